/** Certificates and PFX files for a run: made for it, thrown away with it. */
import { encodeBase64 } from "../../bytes/base64.js";
import type { CryptoProvider } from "../../crypto/provider.js";
import { buildPkcs12 } from "../../pkcs12/build.js";
import type { Protection } from "../../pkcs12/protection.js";
import type { Credential, MakeCredential } from "./credential-maker.js";
import type { Content } from "./write-pfx.js";
import { writePfx } from "./write-pfx.js";

export type { Credential } from "./credential-maker.js";

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

/** Makes credentials and the files that hold them; RSA keys are made once, on demand. */
export interface Material {
  readonly credential: MakeCredential;
  /** `pkcs12Value` and `password` of an upload. */
  readonly upload: (
    credential: Credential,
    password?: string,
    dress?: Dress,
  ) => Promise<{ readonly pkcs12Value: string; readonly password: string }>;
  /** Which WebCrypto makes them. */
  readonly provider: CryptoProvider;
}

/** Cheap to open: these files protect nothing of worth. */
const ITERATIONS = 2;

/**
 * Material that has made nothing. Several runs may share one, and its keys with it.
 * @param provider - makes keys, signatures and files
 */
export function createMaterial(provider: CryptoProvider): Material {
  let maker: Promise<MakeCredential> | undefined;
  // Whoever only judges traffic loads nothing that signs certificates.
  const makerOnce = (): Promise<MakeCredential> => {
    maker ??= import("./credential-maker.js").then(({ createCredentialMaker }) => createCredentialMaker(provider));
    return maker;
  };
  return {
    provider,
    credential: async (...asked) => (await makerOnce())(...asked),
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
