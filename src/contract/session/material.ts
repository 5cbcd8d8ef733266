/** Certificates and PFX files for a run: made for it, thrown away with it. */
import { encodeBase64 } from "../../bytes/base64.js";
import type { CryptoProvider } from "../../crypto/provider.js";
import { buildPkcs12 } from "../../pkcs12/build.js";
import type { Protection } from "../../pkcs12/protection.js";
import type { SigningKey } from "../../x509/generate-key.js";
import { generateSigningKey } from "../../x509/generate-key.js";
import { createIssued } from "../../x509/issued-certificate.js";
import { createSelfSigned } from "../../x509/self-signed.js";
import type { Content } from "./write-pfx.js";
import { writePfx } from "./write-pfx.js";

const DAY_MS = 86_400_000;

/** A certificate with its key. */
export interface Credential {
  readonly certificate: Uint8Array;
  readonly privateKey: Uint8Array;
  /** Its issuer's certificate; `undefined` for a self-signed one. */
  readonly issuer?: Uint8Array | undefined;
}

/** How one file is made. */
export interface Dress {
  readonly protection?: Protection | undefined;
  readonly iterations?: number | undefined;
  readonly friendlyName?: string | undefined;
  /** The parts of the file in this order; default: as `buildPkcs12` has them, the issuer behind the leaf, the key last. */
  readonly order?: readonly Part[] | undefined;
}

/** A part of a file. */
export type Part = "leaf" | "issuer" | "key";

/** Makes credentials; RSA keys are made once, on demand. */
export interface Material {
  /** A certificate valid from and to so many days after `now`, of a name and serial number of its own. */
  readonly credential: (now: number, fromDays: number, toDays: number, isIssued?: boolean) => Promise<Credential>;
  /** `pkcs12Value` and `password` of an upload. */
  readonly upload: (
    credential: Credential,
    password?: string,
    dress?: Dress,
  ) => Promise<{ readonly pkcs12Value: string; readonly password: string }>;
  readonly provider: CryptoProvider;
}

/** Cheap to open: these files protect nothing of worth. */
const ITERATIONS = 2;

/** Material that has made nothing. */
export function createMaterial(provider: CryptoProvider): Material {
  let keys: Promise<readonly [SigningKey, SigningKey]> | undefined;
  let count = 0;
  const keysOnce = (): Promise<readonly [SigningKey, SigningKey]> => {
    keys ??= Promise.all([generateSigningKey("rsa-2048", provider), generateSigningKey("rsa-2048", provider)]);
    return keys;
  };
  const common = (text: string) => ({ text, stringType: "UTF8String" }) as const;
  return {
    provider,
    credential: async (now, fromDays, toDays, isIssued = false) => {
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
    },
    upload: async (credential, password = "a password of the run", dress = {}) => {
      const { protection = "graph", iterations = ITERATIONS, friendlyName } = dress;
      const options = { password, protection, iterations, provider };
      const { certificate, privateKey, issuer } = credential;
      const chain = issuer === undefined ? [] : [issuer];
      const pfx =
        dress.order === undefined
          ? await buildPkcs12([{ certificate, privateKey, chain, friendlyName }], options)
          : await writePfx(
              dress.order.flatMap((part) => contentOf(part, credential)),
              options,
            );
      return { pkcs12Value: encodeBase64(pfx), password };
    },
  };
}

function contentOf(part: Part, { certificate, privateKey, issuer }: Credential): readonly Content[] {
  if (part === "key") return [{ kind: "key", pkcs8: privateKey }];
  if (part === "leaf") return [{ kind: "certificate", der: certificate, isOwn: true }];
  return issuer === undefined ? [] : [{ kind: "certificate", der: issuer, isOwn: false }];
}
