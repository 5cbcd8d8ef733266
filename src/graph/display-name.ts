/** `displayName` of addTokenSigningCertificate: the subject of the certificate. */
import type { ErrorCode } from "../errors.js";
import { MalformedError } from "../errors.js";
import { parseName } from "../x509/parse-name.js";

/** The subject of a certificate that was asked for without a name (seen in answers of Graph and of the portal). */
export const DEFAULT_DISPLAY_NAME = "CN=Microsoft Azure Federated SSO Certificate";

const AT = "displayName";

/**
 * The common name that a displayName stands for.
 *
 * That it must begin with `CN=` is documented. It is taken in any case, as a published program's test against Graph sends
 * `cn=` (third-party evidence; a name that Graph would refuse is refused there at once and harms nothing). The rest is
 * read by RFC 4514, escapes and `#hex` values included. More than one RDN, or one RDN of several attributes, is refused:
 * what Graph makes of them is unverified, and a subject cannot be changed later.
 * @throws {MalformedError} `ERR_GRAPH_DISPLAY_NAME_PREFIX`, `ERR_GRAPH_DISPLAY_NAME_EMPTY` where nothing but white space
 * follows, `ERR_GRAPH_DISPLAY_NAME_RDNS`, `ERR_X509_NAME` with the index in the text
 */
export function readDisplayName(displayName: string): string {
  if (typeof displayName !== "string") throw new TypeError('"displayName" expected a string');
  if (!/^CN=/i.test(displayName)) throw refused("CN= at its start", "ERR_GRAPH_DISPLAY_NAME_PREFIX");
  if (displayName.slice("CN=".length).trim() === "") throw empty();
  const [rdn = [], ...otherRdns] = parseName(displayName, AT);
  const [attribute, ...otherAttributes] = rdn;
  if (attribute === undefined || otherRdns.length > 0 || otherAttributes.length > 0) {
    const expected = "one common name and no other attribute; a comma or plus sign in it takes a backslash";
    throw refused(expected, "ERR_GRAPH_DISPLAY_NAME_RDNS");
  }
  if (attribute.text.trim() === "") throw empty();
  return attribute.text;
}

function empty(): MalformedError {
  return refused("a name after CN=", "ERR_GRAPH_DISPLAY_NAME_EMPTY");
}

function refused(expected: string, code: ErrorCode): MalformedError {
  return new MalformedError(`${AT} expected ${expected}`, { code, at: AT });
}
