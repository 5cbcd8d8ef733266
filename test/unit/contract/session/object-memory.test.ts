import { describe, expect, it } from "vitest";
import type { Exchange } from "../../../../src/contract/exchange.js";
import { newMemory, noteWrite, shows } from "../../../../src/contract/session/object-memory.js";
import { testProvider } from "../../../setup/provider.js";

function write(operationId: string, body: unknown, status: number, answer: unknown = undefined): Exchange {
  return {
    index: 0,
    step: "",
    operationId,
    key: undefined,
    request: { method: "POST", url: "https://graph.microsoft.com/v1.0/x", headers: {}, text: "", json: body },
    response: { status, headers: {}, text: "", json: answer },
    sentAt: 0,
    receivedAt: 0,
    isSettled: true,
  };
}

/** Whether a body may be of the time after these writes. */
async function isOfNow(writes: readonly Exchange[], body: unknown, status = 200): Promise<boolean> {
  const memory = newMemory();
  for (const one of writes) await noteWrite(memory, one, testProvider);
  return shows(memory, status, body);
}

const CLIENT = "#microsoft.graph.clientCertificateAuthentication";
const list = (...thumbprints: string[]): object => ({
  authenticationConfiguration: {
    "@odata.type": CLIENT,
    certificateList: thumbprints.map((thumbprint) => ({ thumbprint })),
  },
});
const basic = { "@odata.type": "microsoft.graph.basicAuthentication", username: "u", password: "p" };
const connector = (name: string, ...rest: [unknown, number, unknown?]): Exchange =>
  write(`identityApiConnector.${name}`, ...rest);
const principal = (name: string, ...rest: [unknown, number, unknown?]): Exchange =>
  write(`servicePrincipal.${name}`, ...rest);
const keys = (keyCredentials: object[], passwordCredentials: object[] = []): object => ({
  keyCredentials,
  passwordCredentials,
});

describe("shows", () => {
  const made = connector("create", { displayName: "a" }, 201);
  const renamed = connector("update", { displayName: "b" }, 204);
  const uploaded = connector("uploadClientCertificate", {}, 200, list("AA", "BB"));
  const minted = principal("addTokenSigningCertificate", {}, 200, { customKeyIdentifier: "X=" });
  const [x, y] = [
    { keyId: "1", customKeyIdentifier: "X=" },
    { keyId: "2", customKeyIdentifier: "Y=" },
  ];
  const removed = principal("updateByAppId", keys([y], []), 204);

  it.each<readonly [string, readonly Exchange[], unknown, number, boolean]>([
    ["nothing known", [], undefined, 404, true],
    ["made, there", [made], { displayName: "a" }, 200, true],
    ["made, not there yet", [made], undefined, 404, false],
    ["renamed", [made, renamed], { displayName: "b" }, 200, true],
    ["not renamed yet", [made, renamed], { displayName: "a" }, 200, false],
    ["a member that was not asked for", [made, renamed], { id: "1" }, 200, true],
    ["a refused change", [made, connector("update", { displayName: "c" }, 400)], { displayName: "a" }, 200, true],
    [
      "seen after a refused change",
      [made, connector("update", { displayName: "c" }, 400)],
      { displayName: "c" },
      200,
      false,
    ],
    [
      "a change that was lost, done",
      [made, connector("update", { displayName: "c" }, 0)],
      { displayName: "c" },
      200,
      true,
    ],
    ["a change that was lost, not done", [made, connector("update", {}, 503)], { displayName: "a" }, 200, true],
    ["deleted", [made, connector("delete", undefined, 204)], undefined, 404, true],
    ["not deleted yet", [made, connector("delete", undefined, 204)], { displayName: "a" }, 200, false],
    ["uploaded", [made, uploaded], list("AA", "BB"), 200, true],
    ["more uploaded", [made, uploaded], list("AA", "BB", "CC"), 200, true],
    ["not uploaded yet", [made, uploaded], list("AA"), 200, false],
    ["no list yet", [made, uploaded], { authenticationConfiguration: null }, 200, false],
    [
      "a password",
      [made, connector("update", { authenticationConfiguration: basic }, 204)],
      { authenticationConfiguration: { "@odata.type": "#microsoft.graph.basicAuthentication" } },
      200,
      true,
    ],
    [
      "no password yet",
      [made, uploaded, connector("update", { authenticationConfiguration: basic }, 204)],
      list("AA", "BB"),
      200,
      false,
    ],
    ["minted", [minted], keys([x], []), 200, true],
    ["not minted yet", [minted], keys([y], []), 200, false],
    ["minted, and no keys asked for", [minted], { id: "1" }, 200, true],
    ["removed", [minted, removed], keys([y], []), 200, true],
    ["not removed yet", [minted, removed], keys([x, y], []), 200, false],
    ["minted after a removal", [removed, minted], keys([x, y], []), 200, true],
    ["a password added", [principal("addPassword", {}, 200, { keyId: "AB" })], keys([], [{ keyId: "ab" }]), 200, true],
    ["no password added yet", [principal("addPassword", {}, 200, { keyId: "AB" })], keys([], []), 200, false],
    ["a password removed", [principal("removePassword", { keyId: "AB" }, 204)], keys([], []), 200, true],
    [
      "a password not removed yet",
      [principal("removePassword", { keyId: "AB" }, 204)],
      keys([], [{ keyId: "ab" }]),
      200,
      false,
    ],
  ])("%s", async (_, writes, body, status, expected) => {
    expect(await isOfNow(writes, body, status)).toBe(expected);
  });
});
