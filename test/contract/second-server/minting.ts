/** addTokenSigningCertificate of the second server: a certificate by node-forge, and what goes onto the servicePrincipal. */
import { createHash, generateKeyPairSync, randomBytes, randomUUID } from "node:crypto";
import forge from "node-forge";
import type { Json } from "./answer.js";
import { example, Refusal } from "./answer.js";

/** What one call gives. */
export interface Minted {
  readonly answer: Json;
  readonly keys: readonly Json[];
  readonly password: Json;
}

const DATE = /^\d{4}-(\d\d)-(\d\d)T\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const documented = example("add-token-signing-certificate.response");

/** Makes certificates, all of one key. */
export function createMinting(): (body: Json, root: string, now: number) => Minted {
  const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const privateKey = forge.pki.privateKeyFromPem(pair.privateKey.export({ type: "pkcs1", format: "pem" }).toString());
  const publicKey = forge.pki.publicKeyFromPem(pair.publicKey.export({ type: "spki", format: "pem" }).toString());
  return (body, root, now) => {
    const displayName = body["displayName"] ?? "CN=Second Server";
    if (typeof displayName !== "string" || !/^CN=./.test(displayName)) {
      throw new Refusal(400, "Request_BadRequest", "displayName begins with CN=.");
    }
    const start = Math.floor(now / 1000) * 1000;
    const end = endOf(body["endDateTime"], now);
    const certificate = forge.pki.createCertificate();
    certificate.publicKey = publicKey;
    certificate.serialNumber = `01${randomBytes(8).toString("hex")}`;
    certificate.validity.notBefore = new Date(start);
    certificate.validity.notAfter = new Date(end);
    const name = [{ name: "commonName", value: displayName.slice(3), valueTagClass: forge.asn1.Type.UTF8 }];
    certificate.setSubject(name as unknown as forge.pki.CertificateField[]);
    certificate.setIssuer(name as unknown as forge.pki.CertificateField[]);
    certificate.sign(privateKey, forge.md.sha256.create());
    const der = Buffer.from(forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes(), "binary");
    const octets = createHash("sha1").update(der).digest();
    const shared = {
      customKeyIdentifier: octets.toString("base64"),
      displayName,
      endDateTime: iso(end),
      startDateTime: iso(start),
    };
    const [keyId, key] = [randomUUID(), der.toString("base64")];
    const { type } = documented;
    return {
      answer: {
        ...documented,
        ...shared,
        "@odata.context": `${root}/$metadata#microsoft.graph.selfSignedCertificate`,
        key,
        keyId,
        thumbprint: octets.toString("hex").toUpperCase(),
      },
      keys: [
        { ...shared, type, usage: "Sign", key: null, keyId },
        { ...shared, type, usage: "Verify", key, keyId: randomUUID() },
      ],
      password: { ...shared, hint: null, secretText: null, keyId },
    };
  };
}

const iso = (ms: number): string => new Date(ms).toISOString().replace(".000Z", "Z");

/** Asked for, or three years from now. */
function endOf(asked: unknown, now: number): number {
  const latest = new Date(now);
  latest.setUTCFullYear(latest.getUTCFullYear() + 3);
  const most = Math.floor(latest.getTime() / 1000) * 1000;
  if (asked === undefined || asked === null) return most;
  const [, month = "", day = ""] = DATE.exec(String(asked)) ?? [];
  const end = Date.parse(String(asked));
  const isDate = month !== "" && new Date(end).toISOString().slice(5, 10) === `${month}-${day}`;
  if (!isDate || end <= now || end > most) {
    throw new Refusal(400, "Request_BadRequest", "endDateTime is a date within three years.");
  }
  return end;
}
