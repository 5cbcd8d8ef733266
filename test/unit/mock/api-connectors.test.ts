import { describe, expect, it } from "vitest";
import { encodeBase64 } from "../../../src/bytes/base64.js";
import { encodeBase64Url } from "../../../src/bytes/base64url.js";
import type { IdentityApiConnector } from "../../../src/graph/model.js";
import { predictUpload } from "../../../src/graph/upload-client-certificate.js";
import type { MockGraphOptions } from "../../../src/mock/server.js";
import { ownVector } from "../../setup/own-vectors.js";
import { KEYS, writeCertificate } from "../credential/certificate-writer.js";
import { openVector } from "../credential/open-file.js";
import { certBag, keyBag, plainPfx } from "../credential/pfx-writer.js";
import type { Json, Reply } from "./client.js";
import { client, entries, ROOT, START } from "./client.js";

const NOBODY = "00000000-0000-4000-8000-00000000ffff";

/** A PFX without protection around a certificate valid in these years. */
function pfx(from: number, to: number, subject = "leaf"): string {
  const certificate = writeCertificate({
    key: KEYS.first,
    subject,
    notBefore: `${from}0101000000Z`,
    notAfter: `${to}0101000000Z`,
  });
  return encodeBase64(plainPfx(certBag(certificate), keyBag(KEYS.first.pkcs8)));
}

const upload = (pkcs12Value: unknown, password: unknown = "") => ({ pkcs12Value, password });
const listOf = ({ json }: Reply): readonly Json[] =>
  entries((json["authenticationConfiguration"] as Json)["certificateList"]);
const activeOf = (reply: Reply): boolean[] => listOf(reply).map((entry) => entry["isActive"] as boolean);

async function begin(options: MockGraphOptions = {}) {
  const graph = client(options);
  const id = await graph.connector();
  const path = `/identity/apiConnectors/${id}`;
  return {
    ...graph,
    id,
    path,
    get: () => graph.send("GET", path),
    upload: (body: unknown) => graph.send("POST", `${path}/uploadClientCertificate`, body),
  };
}

describe("a connector", () => {
  it("is created, read, changed, listed and deleted", async () => {
    const { send, id, path, get } = await begin();
    const created = await get();
    expect(created.json).toEqual({
      "@odata.context": `${ROOT}/$metadata#identity/apiConnectors/$entity`,
      id,
      displayName: "connector",
      targetUrl: "https://api.example.com/",
      authenticationConfiguration: null,
    });
    const patched = await send("PATCH", path, { displayName: "other" });
    expect([patched.status, patched.text]).toEqual([204, ""]);
    expect((await get()).json).toEqual({ ...created.json, displayName: "other" });
    const list = await send("GET", "/identity/apiConnectors");
    expect(list.json["value"]).toHaveLength(1);
    expect((await send("DELETE", path)).status).toBe(204);
    expect((await get()).code).toBe("Request_ResourceNotFound");
    expect((await send("DELETE", path)).status).toBe(404);
  });

  it("says where a new one is", async () => {
    const { send } = client();
    const created = await send("POST", "/identity/apiConnectors", { displayName: "a" });
    expect(created.status).toBe(201);
    const location = created.headers.get("location") ?? "";
    expect((await send("GET", location)).json["id"]).toBe(created.json["id"]);
  });

  it("shows the password of basicAuthentication as asterisks, and takes the type with and without #", async () => {
    const { send, path, get } = await begin();
    for (const hash of ["", "#"]) {
      const type = `${hash}microsoft.graph.basicAuthentication`;
      const basic = { "@odata.type": type, username: "u", password: "secret" };
      expect((await send("PATCH", path, { authenticationConfiguration: basic })).status).toBe(204);
    }
    expect((await get()).json["authenticationConfiguration"]).toEqual({
      "@odata.type": "#microsoft.graph.basicAuthentication",
      username: "u",
      password: "******",
    });
  });

  it("replaces the list by a PATCH with a pkcs12Certificate, and shows no such type", async () => {
    const { send, path, get, upload: add } = await begin();
    await add(upload(pfx(2020, 2030)));
    await add(upload(pfx(2021, 2031)));
    const configuration = { "@odata.type": "#microsoft.graph.pkcs12Certificate", ...upload(pfx(2022, 2032)) };
    expect((await send("PATCH", path, { authenticationConfiguration: configuration })).status).toBe(204);
    const read = await get();
    expect(listOf(read)).toHaveLength(1);
    expect(read.text).not.toContain('pkcs12Certificate"');
  });

  it("keeps what a PATCH does not name", async () => {
    const { send, path, get, upload: add } = await begin();
    await add(upload(pfx(2020, 2030)));
    await send("PATCH", path, { targetUrl: null });
    const read = await get();
    expect(listOf(read)).toHaveLength(1);
    expect(read.json["targetUrl"]).toBeNull();
  });
});

describe("uploadClientCertificate", () => {
  it("adds what the file holds and answers the connector", async () => {
    const { path, get, upload: add } = await begin();
    const { bytes, entry } = ownVector("openssl-legacy");
    const first = await add(upload(encodeBase64(bytes), entry.password ?? ""));
    expect(first.status).toBe(200);
    expect(first.json["@odata.context"]).toBe(`${ROOT}/$metadata#identity/apiConnectors/$entity`);
    const second = await add(upload(pfx(2020, 2030)));
    expect(listOf(second)).toHaveLength(2);
    expect({ ...listOf(second)[0], isActive: true }).toEqual(listOf(first)[0]);
    expect(activeOf(second)).toEqual([false, true]);
    expect((await get()).json).toEqual(second.json);
    expect(path).toContain("/identity/");
  });

  it("answers what was predicted offline, member by member", async () => {
    const { get, upload: add } = await begin();
    const { bytes: file, entry: made } = ownVector("openssl-legacy");
    const before = (await get()).json as unknown as IdentityApiConnector;
    const opened = await openVector("openssl-legacy");
    const predicted = predictUpload(before, opened, new Date(START));
    const answered = await add(upload(encodeBase64(file), made.password ?? ""));
    expect(answered.json).toEqual(JSON.parse(JSON.stringify(predicted)));
  });

  it("lets the clock decide which certificate is active", async () => {
    const { mock, get, upload: add } = await begin();
    const year = 365.25 * 86_400_000;
    await add(upload(pfx(2020, 2030)));
    await add(upload(pfx(2027, 2029)));
    await add(upload(pfx(2020, 2025)));
    expect(activeOf(await get())).toEqual([true, false, false]);
    mock.advance(year);
    expect(activeOf(await get())).toEqual([false, true, false]);
    mock.advance(2 * year);
    expect(activeOf(await get())).toEqual([true, false, false]);
    mock.advance(2 * year);
    expect(activeOf(await get())).toEqual([false, false, false]);
  });

  const { bytes, entry } = ownVector("openssl-legacy");
  const good = encodeBase64(bytes);
  const onlyKey = encodeBase64(plainPfx(keyBag(KEYS.first.pkcs8)));
  const onlyCertificate = encodeBase64(plainPfx(certBag(writeCertificate({ key: KEYS.first, subject: "a" }))));

  it.each([
    ["a wrong password", upload(good, "wrong"), 400, "AADB2C90213"],
    ["a file cut off", upload(encodeBase64(bytes.slice(0, -20)), entry.password), 400, "AADB2C90215"],
    ["no PKCS#12", upload(encodeBase64(new TextEncoder().encode("no file"))), 400, "AADB2C90215"],
    ["base64 twice", upload(btoa(good), entry.password), 400, "AADB2C90215"],
    ["base64url", upload(encodeBase64Url(Uint8Array.of(251, 255, 254))), 400, "AADB2C90215"],
    ["no base64", upload("?"), 400, "AADB2C90215"],
    ["nothing", upload(""), 400, "AADB2C90215"],
    ["a key alone", upload(onlyKey), 400, "AADB2C90179"],
    ["a certificate alone", upload(onlyCertificate), 400, "AADB2C90178"],
    ["no password", { pkcs12Value: good }, 400, "Request_BadRequest"],
    ["a password of null", upload(good, null), 400, "AADB2C90186"],
    ["no file", { password: "" }, 400, "Request_BadRequest"],
    ["a number", upload(1), 400, "Request_BadRequest"],
    ["a list", [], 400, "BadRequest"],
  ])("refuses %s and leaves everything as it was", async (_, body, status, code) => {
    const { mock, upload: add } = await begin();
    await add(upload(pfx(2020, 2030)));
    const before = mock.snapshot();
    const reply = await add(body);
    expect([reply.status, reply.code]).toEqual([status, code]);
    expect(mock.snapshot()).toEqual(before);
  });

  it("is chosen by the options where nothing is documented", async () => {
    const same = upload(pfx(2020, 2030));
    const twice = async (samePfxTwice: "append" | "ignore" | "conflict") => {
      const { get, upload: add } = await begin({ undocumented: { samePfxTwice } });
      await add(same);
      const { status } = await add(same);
      return [status, listOf(await get()).length];
    };
    expect(await twice("append")).toEqual([200, 2]);
    expect(await twice("ignore")).toEqual([200, 1]);
    expect(await twice("conflict")).toEqual([409, 1]);

    const overBasic = async (uploadOverBasic: "replace" | "refuse") => {
      const { send, path, upload: add } = await begin({ undocumented: { uploadOverBasic } });
      const basic = { "@odata.type": "microsoft.graph.basicAuthentication", username: "u", password: "p" };
      await send("PATCH", path, { authenticationConfiguration: basic });
      return (await add(same)).status;
    };
    expect(await overBasic("replace")).toBe(200);
    expect(await overBasic("refuse")).toBe(400);

    const spaced = upload(pfx(2020, 2030).replace(/.{64}/g, "$&\r\n"));
    const accepting = await begin();
    expect((await accepting.upload(spaced)).status).toBe(200);
    const refusing = await begin({ undocumented: { whiteSpaceInPkcs12Value: "refuse" } });
    expect((await refusing.upload(spaced)).code).toBe("AADB2C90215");

    const modern = ownVector("openssl-default");
    const aes = upload(encodeBase64(modern.bytes), modern.entry.password ?? "");
    const strict = await begin({ undocumented: { aes256Files: "wrong-password" } });
    expect((await strict.upload(aes)).code).toBe("AADB2C90213");
    expect((await accepting.upload(aes)).status).toBe(200);
  });

  it("loses none of the uploads that run side by side", async () => {
    const { get, upload: add } = await begin();
    const { bytes: file, entry: made } = ownVector("openssl-legacy");
    const uploads = Array.from({ length: 8 }, () => add(upload(encodeBase64(file), made.password ?? "")));
    expect((await Promise.all(uploads)).map(({ status }) => status)).toEqual(new Array(8).fill(200));
    expect(listOf(await get())).toHaveLength(8);
  });

  it("does not exist in the clouds for US government", async () => {
    const { upload: add } = await begin({ cloud: "us-gov-l4" });
    expect((await add(upload(pfx(2020, 2030)))).status).toBe(400);
    const china = await begin({ cloud: "china" });
    expect((await china.upload(upload(pfx(2020, 2030)))).status).toBe(200);
  });
});

describe("authenticationConfiguration", () => {
  it.each([
    [{ "@odata.type": "#microsoft.graph.nothing" }],
    [{ username: "u" }],
    ["text"],
    [{ "@odata.type": "#microsoft.graph.clientCertificateAuthentication", certificateList: [] }],
    [{ "@odata.type": "#microsoft.graph.basicAuthentication", username: 1 }],
    [{ "@odata.type": "#microsoft.graph.pkcs12Certificate", pkcs12Value: "AA==", password: "" }],
  ])("refuses %j", async (authenticationConfiguration) => {
    const { send, path, mock } = await begin();
    const before = mock.snapshot();
    expect((await send("PATCH", path, { authenticationConfiguration, displayName: "no" })).status).toBe(400);
    expect(mock.snapshot()).toEqual(before);
  });
});

describe("a user flow", () => {
  const step = "/identity/b2xUserFlows/B2X_1_a/apiConnectorConfiguration/postFederationSignup";

  it("leads to the connector", async () => {
    const { send, id, get } = await begin();
    expect((await send("GET", step)).status).toBe(404);
    const reference = { "@odata.id": `${ROOT}/identity/apiConnectors/${id}` };
    expect((await send("PUT", `${step}/$ref`, reference)).status).toBe(204);
    expect((await send("POST", `${step}/uploadClientCertificate`, upload(pfx(2020, 2030)))).status).toBe(200);
    expect((await send("GET", step)).json).toEqual((await get()).json);
    expect((await send("PATCH", step, { displayName: "by flow" })).status).toBe(204);
    expect((await get()).json["displayName"]).toBe("by flow");
    const configuration = await send("GET", "/identity/b2xUserFlows/b2x_1_A/apiConnectorConfiguration");
    expect((configuration.json["postFederationSignup"] as Json)["id"]).toBe(id);
    expect(configuration.json["postAttributeCollection"]).toBeNull();
    expect((await send("DELETE", `${step}/$ref`)).status).toBe(204);
    expect((await send("DELETE", `${step}/$ref`)).status).toBe(404);
    expect((await get()).status).toBe(200);
  });

  it("forgets a connector that is deleted, and knows no other", async () => {
    const { send, id, path, mock } = await begin();
    await send("PUT", `${step}/$ref`, { "@odata.id": path });
    expect((await send("PUT", `${step}/$ref`, { "@odata.id": `/identity/apiConnectors('${NOBODY}')` })).status).toBe(
      404,
    );
    expect((await send("PUT", `${step}/$ref`, {})).status).toBe(400);
    expect((await send("DELETE", step)).status).toBe(204);
    expect(mock.snapshot().b2xUserFlows[0]?.postFederationSignup).toBeNull();
    expect((await send("GET", `/identity/apiConnectors/${id}`)).status).toBe(404);
  });
});
