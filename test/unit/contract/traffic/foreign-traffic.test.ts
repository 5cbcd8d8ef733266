import { describe, expect, it } from "vitest";
import type { Exchange } from "../../../../src/contract/exchange.js";
import { judge } from "../../../../src/contract/judgement.js";
import { settleReads } from "../../../../src/contract/model/settled-reads.js";
import { RULES } from "../../../../src/contract/rules.js";
import { defaultProvider } from "../../../../src/crypto/provider.js";
import { CONNECTOR_URL, entry, har, readAll } from "./har-text.js";

const at = (second: number) => ({
  startedDateTime: new Date(Date.UTC(2026, 5, 1) + second * 1_000).toISOString(),
  time: 50,
});
const content = (json: unknown) => ({ content: { size: JSON.stringify(json).length, text: JSON.stringify(json) } });
const postData = (json: unknown) => ({ postData: { mimeType: "application/json", text: JSON.stringify(json) } });
const ROOT = "https://graph.microsoft.com/v1.0";

const read = (displayName: string, second: number, status = 200): object =>
  entry(
    {},
    { status, ...content(status === 200 ? { displayName } : { error: { code: "x", message: "y" } }) },
    at(second),
  );
const patch = (displayName: string, second: number, status = 204): object =>
  entry({ method: "PATCH", ...postData({ displayName }) }, { status, content: { size: 0 } }, at(second));

async function settled(...entries: readonly object[]): Promise<readonly boolean[]> {
  const { exchanges } = await readAll(har(...entries));
  return settleReads(exchanges).map(({ isSettled }) => isSettled);
}

/** What the rule says of the traffic. */
async function verdicts(id: string, exchanges: readonly Exchange[]): Promise<readonly string[]> {
  const rules = RULES.filter((rule) => rule.id === id);
  return (await judge(exchanges, rules, defaultProvider())).map(({ result }) => result.status);
}

const verdictsOf = async (id: string, ...entries: readonly object[]): Promise<readonly string[]> =>
  await verdicts(id, (await readAll(har(...entries))).exchanges);

describe("settleReads", () => {
  it("relies on a read that shows what was written", async () => {
    expect(await settled(read("a", 0), patch("b", 1), read("b", 2))).toEqual([true, true, true]);
  });

  it.each<[string, readonly object[], readonly boolean[]]>([
    ["what was there before", [read("a", 0), patch("b", 1), read("a", 2)], [true, true, false]],
    ["something else than the next one", [patch("b", 1), read("c", 2), read("b", 3)], [true, false, true]],
    [
      "what was there before, between two that are new",
      [read("a", 0), patch("b", 1), read("b", 2), read("a", 3), read("b", 4)],
      [true, true, false, false, true],
    ],
    ["a part of a write under way", [patch("b", 1), entry({}, content({}), { ...at(0.9), time: 500 })], [false, true]],
  ])("does not rely on one that shows %s", async (_, entries, expected) => {
    expect(await settled(...entries)).toEqual(expected);
  });

  it("does not rely on 404 after a creation, nor on 200 after a deletion", async () => {
    const id = CONNECTOR_URL.split("/").at(-1);
    const create = entry(
      { method: "POST", url: `${ROOT}/identity/apiConnectors`, ...postData({}) },
      { status: 201, ...content({ id }) },
      at(0),
    );
    expect(await settled(create, read("", 1, 404), read("a", 2))).toEqual([true, false, true]);
    const remove = entry({ method: "DELETE" }, { status: 204, content: { size: 0 } }, at(1));
    expect(await settled(remove, read("a", 2), read("", 3, 404))).toEqual([true, false, true]);
  });

  it("relies on what is the same after a refusal, and on all that comes late", async () => {
    expect(await settled(read("a", 0), patch("b", 1, 400), read("a", 2))).toEqual([true, true, true]);
    expect(await settled(read("a", 0), patch("b", 1), read("a", 400))).toEqual([true, true, true]);
  });

  it("leaves alone what is not foreign", async () => {
    const { exchanges } = await readAll(har(read("a", 0), patch("b", 1), read("a", 2)));
    const own = exchanges.map(({ isForeign: _, ...rest }) => rest);
    expect(settleReads(own)).toBe(own);
  });
});

describe("rules on foreign traffic", () => {
  const dropped = { content: { size: 99, mimeType: "application/json" } };
  const action = {
    method: "POST",
    url: `${ROOT}/servicePrincipals/${"0".repeat(8)}-1111-2222-3333-444444444444/addTokenSigningCertificate`,
  };

  it.each([
    ["E3", entry({}, { ...dropped, status: 404 })],
    ["E5", entry({}, dropped)],
    ["E6", entry({}, dropped)],
    ["E8", entry({}, dropped)],
    ["E8", entry({}, { status: 304, content: { size: 0 } })],
    ["C2", entry({ method: "POST", url: `${CONNECTOR_URL}/uploadClientCertificate`, bodySize: 9 }, dropped)],
    ["S1", entry({ ...action, bodySize: 9 }, dropped)],
    ["S9", entry({ ...action, url: action.url.replace(/[^/]+$/, "addPassword"), bodySize: 9 }, dropped)],
  ])("%s says nothing of a body that was not recorded", async (id, it_) => {
    expect(await verdictsOf(id, it_)).toEqual([]);
  });

  it.each([
    ["E3", entry({}, { status: 404, ...content({ error: "x" }) })],
    ["E5", entry({}, content({ id: "x" }))],
    ["E8", entry({}, content({ id: 5 }))],
    ["E4", entry({ method: "PATCH", postData: { mimeType: "", text: "{" } }, { status: 204, content: { size: 0 } })],
  ])("%s still finds what is wrong in one that was", async (id, it_) => {
    expect(await verdictsOf(id, it_)).toContain("fail");
  });

  it("E4 takes no missing token for none", async () => {
    expect(await verdictsOf("E4", entry())).toEqual([]);
  });

  it("E11 asks for a Location even where the body is gone, and for no id then", async () => {
    const create = { method: "POST", url: `${ROOT}/identity/apiConnectors`, bodySize: 9 };
    const headers = [{ name: "Location", value: CONNECTOR_URL }];
    expect(await verdictsOf("E11", entry(create, { ...dropped, status: 201, headers }), read("a", 9))).toEqual([
      "pass",
    ]);
  });

  it("E12 needs no leave for a page of the service's own origin", async () => {
    const headers = [{ name: "Origin", value: "https://graph.microsoft.com" }];
    expect(await verdictsOf("E12", entry({ headers }))).toEqual([]);
    expect(await verdictsOf("E12", entry({ headers: [{ name: "Origin", value: "https://a.example" }] }))).toContain(
      "fail",
    );
  });

  it("E9 takes a word that is written openly for no secret", async () => {
    const sent = (password: string) =>
      postData({ displayName: "my password", authenticationConfiguration: { password } });
    const answer = { status: 200, ...content({ displayName: "my password", note: "hunter-22" }) };
    expect(await verdictsOf("E9", entry({ method: "PATCH", ...sent("password") }, answer))).not.toContain("fail");
    expect(await verdictsOf("E9", entry({ method: "PATCH", ...sent("hunter-22") }, answer))).toContain("fail");
  });

  it("T2 takes 404 soon after a creation for nothing, and long after it for a fault", async () => {
    const create = entry(
      { method: "POST", url: `${ROOT}/identity/apiConnectors`, ...postData({}) },
      { status: 201, ...content({ id: CONNECTOR_URL.split("/").at(-1) }) },
      at(0),
    );
    expect(await verdictsOf("T2", create, read("", 5, 404))).toEqual([]);
    expect(await verdictsOf("T2", create, read("", 500, 404))).toEqual(["fail"]);
  });

  it("T3 lets a request pass that was under way, and finds one that came too early", async () => {
    const headers = [{ name: "Retry-After", value: "10" }];
    const throttled = entry({}, { status: 429, headers }, { ...at(0), time: 900 });
    expect(await verdictsOf("T3", throttled, read("a", 0.5))).toEqual(["pass"]);
    expect(await verdictsOf("T3", throttled, read("a", 3))).toEqual(["pass", "fail"]);
  });

  it("T4 does not take two requests for one whose bodies are not known", async () => {
    const lost = (second: number, body: object) =>
      entry({ method: "POST", url: `${CONNECTOR_URL}/uploadClientCertificate`, ...body }, { status: 0 }, at(second));
    expect(await verdictsOf("T4", lost(0, { bodySize: 9 }), lost(1, { bodySize: 9 }))).not.toContain("fail");
    expect(await verdictsOf("T4", lost(0, postData({ a: 1 })), lost(1, postData({ a: 1 })))).toContain("fail");
  });

  it("T6 notes methods of the contract's own paths alone", async () => {
    expect(await verdictsOf("T6", entry({ method: "POST", url: `${ROOT}/users`, bodySize: 0 }))).toEqual([]);
    expect(await verdictsOf("T6", entry({ method: "PUT", bodySize: 0 }))).toEqual(["observation"]);
  });

  it("C4 accuses no certificate that somebody else has uploaded", async () => {
    const list = (...entries: readonly (readonly [string, number])[]) => ({
      authenticationConfiguration: {
        "@odata.type": "#microsoft.graph.clientCertificateAuthentication",
        certificateList: entries.map(([digit, notBefore]) => ({
          thumbprint: digit.repeat(40),
          notBefore,
          notAfter: notBefore + 1_000,
          isActive: false,
        })),
      },
    });
    const shown = (json: object, second: number) => entry({}, content(json), at(second));
    expect(await verdictsOf("C4", shown(list(["A", 1]), 0), shown(list(["A", 1], ["B", 2]), 1))).not.toContain("fail");
    expect(await verdictsOf("C4", shown(list(["A", 1]), 0), shown(list(["A", 1], ["B", 1]), 1))).not.toContain("fail");
  });

  describe("C4, of a known thumbprint that is missing where there is another of the same validity", () => {
    const known = "0123456789ABCDEF0123456789ABCDEF01234567";
    const other = "89ABCDEF0123456789ABCDEF0123456789ABCDEF";
    const shown = (thumbprint: string, second: number) => {
      const certificateList = [{ thumbprint, notBefore: 1, notAfter: 2, isActive: false }];
      const type = "#microsoft.graph.clientCertificateAuthentication";
      return entry({}, content({ authenticationConfiguration: { "@odata.type": type, certificateList } }), at(second));
    };

    it("accuses nobody where somebody else may have put it there", async () => {
      expect(await verdictsOf("C4", shown(known, 0), shown(other, 1))).toEqual(["observation"]);
      // A read that lags behind shows the known one again.
      expect(await verdictsOf("C4", shown(known, 0), shown(other, 1), shown(known, 2))).not.toContain("fail");
    });

    it("finds it where the known one comes back by itself", async () => {
      expect(await verdictsOf("C4", shown(known, 0), shown(other, 1), shown(known, 400))).toContain("fail");
    });

    it.each([
      ["nearly the known one", known.replace("45", "FF")],
      ["in the other case", known.toLowerCase()],
      ["none that a digest has", "0".repeat(40)],
      ["cut off", known.slice(0, 38)],
    ])("finds one that is %s", async (_, altered) => {
      expect(await verdictsOf("C4", shown(known, 0), shown(altered, 1))).toContain("fail");
    });
  });
});
