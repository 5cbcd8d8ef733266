/** The proof of possession that addKey and removeKey ask for. */
import { encodeBase64Url } from "../bytes/base64url.js";
import { decodeHex } from "../bytes/hex.js";
import { thumbprint } from "../x509/thumbprint.js";
import { requireGuid } from "./guid.js";
import type { JwtAlgorithm, JwtSigner } from "./json-web-token.js";
import { signJwt, toNumericNow } from "./json-web-token.js";

/** Who proves what, and when. */
export interface ProofOptions extends JwtSigner {
  /** The object id (not the appId) of the application or servicePrincipal whose keys are changed. */
  readonly objectId: string;
  readonly now: Date;
  /** Default: `RS256`, as Microsoft's sample signs; that `PS256` is taken too is not documented. */
  readonly algorithm?: JwtAlgorithm | undefined;
}

/** The application id of what was Azure AD Graph, whichever cloud. */
const AUDIENCE = "00000002-0000-0000-c000-000000000000";

/** The documented lifetime, which is the longest. */
const LIFETIME_SECONDS = 600;

/**
 * A JWT that proves that the caller has the private key of a certificate that the object holds already (reference page of
 * addKey). It is good for ten minutes from `now`. Whether the object holds the certificate and whether it is valid now is
 * for the caller to know: Graph answers "Access Token missing or malformed" where not.
 * @throws {TypeError} naming `objectId` or `now`
 * @throws {RangeError} naming `algorithm`, or `certificate` where it is not that of the key
 * @throws {UnsupportedError} `ERR_GRAPH_TOKEN_KEY`, `ERR_CRYPTO_UNAVAILABLE`
 * @throws {MalformedError} `ERR_X509_PRIVATE_KEY`, `ERR_X509_CERTIFICATE`
 */
export async function createProof(options: ProofOptions): Promise<string> {
  const iss = requireGuid("objectId", options.objectId);
  const nbf = toNumericNow(options.now);
  return await signJwt(options, {
    algorithm: options.algorithm ?? "RS256",
    header: ({ der }) => ({ x5t: encodeBase64Url(decodeHex(thumbprint(der), "thumbprint")) }),
    claims: { aud: AUDIENCE, iss, nbf, exp: nbf + LIFETIME_SECONDS },
  });
}
