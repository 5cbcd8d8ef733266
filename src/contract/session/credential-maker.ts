/** Certificates with their keys, made for a run: what signs them is large, and is loaded by what makes some. */
import type { CryptoProvider } from "../../crypto/provider.js";
import type { SigningKey } from "../../x509/generate-key.js";
import { generateSigningKey } from "../../x509/generate-key.js";
import { createIssued } from "../../x509/issued-certificate.js";
import { createSelfSigned } from "../../x509/self-signed.js";

const DAY_MS = 86_400_000;

/** A certificate with its key. */
export interface Credential {
  readonly certificate: Uint8Array;
  readonly privateKey: Uint8Array;
  /** Its issuer's certificate; `undefined` for a self-signed one. */
  readonly issuer?: Uint8Array | undefined;
}

/** A certificate valid from and to so many days after `now`, of a name and serial number of its own. */
export type MakeCredential = (now: number, fromDays: number, toDays: number, isIssued?: boolean) => Promise<Credential>;

/** One that has made nothing; RSA keys are made once, on demand. */
export function createCredentialMaker(provider: CryptoProvider): MakeCredential {
  let keys: Promise<readonly [SigningKey, SigningKey]> | undefined;
  let count = 0;
  const keysOnce = (): Promise<readonly [SigningKey, SigningKey]> => {
    keys ??= Promise.all([generateSigningKey("rsa-2048", provider), generateSigningKey("rsa-2048", provider)]);
    return keys;
  };
  const common = (text: string) => ({ text, stringType: "UTF8String" }) as const;
  return async (now, fromDays, toDays, isIssued = false) => {
    const [key, authority] = await keysOnce();
    count += 1;
    const name = common(`contract ${count}`);
    const notBefore = new Date(now + fromDays * DAY_MS);
    const notAfter = new Date(now + toDays * DAY_MS);
    const serialNumber = Uint8Array.of(1, count >> 16, count >> 8, count);
    const fields = { serialNumber, notBefore, notAfter, extensions: [] };
    const { pkcs8: privateKey, spki } = key;
    if (!isIssued) {
      return { certificate: await createSelfSigned(key, { ...fields, name }, provider), privateKey };
    }
    const issuerName = common("contract authority");
    const years = { notBefore: new Date(now - 400 * DAY_MS), notAfter: new Date(now + 4_000 * DAY_MS) };
    const issuer = await createSelfSigned(authority, { ...fields, ...years, name: issuerName }, provider);
    const issued = { ...fields, issuer: issuerName, subject: name, spki };
    return { certificate: await createIssued(authority, issued, provider), privateKey, issuer };
  };
}
