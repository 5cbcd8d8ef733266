/** The address that every request's path comes after. */

/**
 * Without a slash at its end. Is asked before a request is made: what the runtime says of an address with a password in it
 * repeats all of it.
 * @throws {RangeError} naming `baseUrl`, without what it says
 */
export function serviceRoot(baseUrl: string): string {
  if (!URL.canParse(baseUrl))
    throw new RangeError('"baseUrl" expected an address such as https://graph.microsoft.com/v1.0');
  const { protocol, username, password, search, hash } = new URL(baseUrl);
  if (!/^https?:$/.test(protocol)) throw new RangeError('"baseUrl" expected http or https');
  if (username + password !== "") throw new RangeError('"baseUrl" expected an address without name and password');
  if (search + hash !== "") throw new RangeError('"baseUrl" expected an address without query and fragment');
  return baseUrl.replace(/\/$/, "");
}
