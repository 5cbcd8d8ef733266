/** What each way of making a token signing certificate is asked for: a new RSA-2048 key and its self-signed certificate. */

/** What came of it. */
export interface Created {
  /** Absent of a key alone. */
  readonly certificate?: Uint8Array;
  /** Absent where the contender packs none. */
  readonly pfx?: Uint8Array;
}

/** One way of making it. */
export interface Creator {
  readonly name: string;
  readonly create: () => Promise<Created>;
}

/** Names by which rows and bounds speak of them. */
export const OURS = "graph-certkit, with its PFX";
export const BARE_KEY = "Node's generateKeyPair alone";
export const PECULIAR = "@peculiar/x509, no PFX";
export const FORGE = "node-forge in JavaScript, with its PFX";
export const WITHOUT_KEY = "graph-certkit, with its PFX, all but the key";
export const MANY_IN_TURN = "64 certificates, one after the other";
export const MANY_AT_ONCE = "64 certificates at once";

/** The subject that all are asked for. */
export const COMMON_NAME = "customDisplayName";

/** Of no secret: it packs what is thrown away. */
export const PASSWORD = "graph-certkit";
