/** The header that shows a token. */

/** What a header takes as it is: RFC 6750 section 2.1, and a little more, since mocks take any text. */
const TOKEN = /^[\x21-\x7e]*$/;

/**
 * Looks at the token first, since what the runtime says of a header that it does not take repeats all of it.
 * @throws {TypeError} naming `auth`, without the token
 */
export function bearer(token: string): string {
  if (TOKEN.test(token)) return `Bearer ${token}`;
  throw new TypeError('"auth" expected a token of visible ASCII characters in one line');
}
