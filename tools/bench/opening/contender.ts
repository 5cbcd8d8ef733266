/** What each contender is asked to do: the same, of each. */

/** What an opening must bring to light. */
export interface Opening {
  /** SHA-1 of the leaf certificate, upper-case hex; absent where the contender does not hand the certificate out. */
  readonly thumbprint: string | undefined;
  /** True where the private key is decrypted. */
  readonly hasPrivateKey: boolean;
}

/** One way of opening a PFX. */
export interface Contender {
  readonly name: string;
  /** Verifies the MAC and decrypts everything; rejects or throws where it cannot. */
  readonly open: (bytes: Uint8Array<ArrayBuffer>, password: string) => Opening | Promise<Opening>;
}

/** Names by which rows and bounds speak of them. */
export const OURS = "graph-certkit";
export const OURS_PARSER = "graph-certkit parsePkcs12 alone";
export const FORGE = "node-forge";
export const PKIJS = "pkijs";
export const NATIVE = "Node's OpenSSL";
