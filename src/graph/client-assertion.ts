/** The assertion by which an app signs in with a certificate (RFC 7523 section 2.2; Microsoft: certificate credentials). */
import { encodeBase64Url } from "../bytes/base64url.js";
import { decodeHex } from "../bytes/hex.js";
import { thumbprintSha256 } from "../x509/thumbprint.js";
import type { CloudId } from "./clouds.js";
import { tokenEndpoint } from "./clouds.js";
import { requireGuid } from "./guid.js";
import type { JwtAlgorithm, JwtSigner } from "./json-web-token.js";
import { signJwt, toNumericNow } from "./json-web-token.js";

/** Which app signs in where, and when. */
export interface ClientAssertionOptions extends JwtSigner {
  /** The application (client) id. */
  readonly clientId: string;
  /** GUID or domain name. */
  readonly tenant: string;
  /** Default: `global`. */
  readonly cloud?: CloudId | undefined;
  readonly now: Date;
  /** Gives a GUID that was never given before. */
  readonly newId: () => string;
  /** Default: `PS256`, as documented; `RS256` is what the documentation asked for earlier. */
  readonly algorithm?: JwtAlgorithm | undefined;
  /** 1 to 600, the default: the documentation advises five to ten minutes at most. */
  readonly lifetimeSeconds?: number | undefined;
}

const MAX_LIFETIME_SECONDS = 600;

/**
 * The `client_assertion` of a token request; its `client_assertion_type` is
 * `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`. The audience is the tenant's token endpoint in the cloud.
 * @throws {TypeError} naming `clientId`, `now`, `tenant` or `newId`
 * @throws {RangeError} naming `cloud`, `tenant`, `algorithm`, `lifetimeSeconds`, or `certificate` where it is not that of
 * the key
 * @throws {UnsupportedError} `ERR_GRAPH_TOKEN_KEY`, `ERR_CRYPTO_UNAVAILABLE`
 * @throws {MalformedError} `ERR_X509_PRIVATE_KEY`, `ERR_X509_CERTIFICATE`
 */
export async function createClientAssertion(options: ClientAssertionOptions): Promise<string> {
  const { cloud = "global", lifetimeSeconds = MAX_LIFETIME_SECONDS, algorithm = "PS256" } = options;
  if (!Number.isSafeInteger(lifetimeSeconds) || lifetimeSeconds < 1 || lifetimeSeconds > MAX_LIFETIME_SECONDS) {
    throw new RangeError(`"lifetimeSeconds" expected an integer 1..${MAX_LIFETIME_SECONDS}, got ${lifetimeSeconds}`);
  }
  const clientId = requireGuid("clientId", options.clientId);
  const nbf = toNumericNow(options.now);
  const aud = tokenEndpoint(cloud, options.tenant);
  const jti = requireGuid("newId", options.newId());
  return await signJwt(options, {
    algorithm,
    header: ({ der }) => ({ "x5t#S256": encodeBase64Url(decodeHex(thumbprintSha256(der), "thumbprint")) }),
    claims: { aud, iss: clientId, sub: clientId, jti, nbf, iat: nbf, exp: nbf + lifetimeSeconds },
  });
}
