/** Where secrets stand: the members, parameters and fields that hold them, by their names and by what stands beside them. */
import type { Json } from "../exchange.js";

/** Members of JSON bodies (Graph's own, OAuth's), in lower case. */
const MEMBERS = new Set([
  "accesstoken",
  "access_token",
  "apikey",
  "api_key",
  "assertion",
  "authorization",
  "clientassertion",
  "client_assertion",
  "clientsecret",
  "client_secret",
  "idtoken",
  "id_token",
  "password",
  "pkcs12value",
  "privatekey",
  "private_key",
  "proof",
  "refreshtoken",
  "refresh_token",
  "secret",
  "secrettext",
]);

/** The same of queries and forms, where a `code` is a function's key or an authorization code, not that of an error. */
const PARAMETERS = new Set([
  ...MEMBERS,
  "code",
  "code_verifier",
  "device_code",
  "sig",
  "signature",
  "subscription-key",
  "token",
]);

/** What can stand in `key` beside a public certificate. */
const isSigning = ({ usage, type }: Json): boolean =>
  /^sign$/i.test(String(usage)) || /^X509CertAndPassword$/i.test(String(type));

/** How the secret in this member is called; `undefined` for what is none. @param holder - the object that has it */
export function secretMember(name: string, holder: Json): string | undefined {
  if (MEMBERS.has(name.toLowerCase())) return name;
  return /^key$/i.test(name) && isSigning(holder) ? "key" : undefined;
}

/** How the secret in this parameter of a query or field of a form is called. @param name - decoded */
export function secretParameter(name: string): string | undefined {
  const plain = name.replace(/^\$/, "");
  return PARAMETERS.has(plain.toLowerCase()) ? plain : undefined;
}

/** Headers that are kept, in lower case; of all others it is only told that they were there. */
const HEADERS = new Set([
  "accept",
  "age",
  "allow",
  "cache-control",
  "client-request-id",
  "consistencylevel",
  "content-length",
  "content-type",
  "date",
  "etag",
  "if-match",
  "if-none-match",
  "last-modified",
  "location",
  "odata-maxversion",
  "odata-version",
  "origin",
  "prefer",
  "preference-applied",
  "request-id",
  "retry-after",
  "return-client-request-id",
  "vary",
  "www-authenticate",
]);

/** Whether a header says nothing that is secret. @param name - in any case */
export function isOpenHeader(name: string): boolean {
  return HEADERS.has(name.toLowerCase()) || /^(?:access-control|odata)-/i.test(name);
}

/** Words of the wire itself: a secret that is a part of one of them would only be told by what is missing there. */
const WORDS = [
  "https://graph.microsoft.com/v1.0/beta/$metadata#/$entity/$batch/$count?$select=&$filter=&$top=&$skiptoken=&$expand=",
  "identity/apiConnectors/uploadClientCertificate servicePrincipals/addTokenSigningCertificate applications",
  "addPassword removePassword addKey removeKey @odata.type @odata.context @odata.nextLink @odata.count @odata.id",
  "microsoft.graph.identityApiConnector microsoft.graph.basicAuthentication microsoft.graph.pkcs12Certificate",
  "microsoft.graph.clientCertificateAuthentication microsoft.graph.selfSignedCertificate pkcs12CertificateInformation",
  "microsoft.graph.keyCredential microsoft.graph.passwordCredential authenticationConfiguration certificateList",
  "displayName targetUrl username password pkcs12Value thumbprint notBefore notAfter isActive keyCredentials",
  "passwordCredentials keyId customKeyIdentifier startDateTime endDateTime secretText hint usage Sign Verify type key",
  "AsymmetricX509Cert X509CertAndPassword preferredTokenSigningKeyThumbprint appId value error code message innerError",
  "details target request-id client-request-id date requests responses method url headers body status null true false",
  "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8 text/plain",
  "content-type accept location retry-after allow www-authenticate authorization Bearer redacted short secret token",
  "GET POST PATCH PUT DELETE OPTIONS access-control-allow-origin access-control-allow-methods proof name",
  "BadRequest InvalidAuthenticationToken Request_ResourceNotFound Request_BadRequest graph-certkit-cassette",
]
  .join(" ")
  .toLowerCase();

/** Whether the wire's own words have this in them. */
export function isWireWord(text: string): boolean {
  return WORDS.includes(text.toLowerCase());
}
