/** Which addresses nobody but this machine reaches. */

/**
 * Whether an address is this machine's alone (RFC 1122 section 3.2.1.3, RFC 4291 section 2.5.3, RFC 6761 section 6.3).
 * @param host - a name, an IPv4 address or an IPv6 one, with or without its brackets
 */
export function isLoopback(host: string): boolean {
  return /^(?:127(?:\.\d{1,3}){3}|::1|\[::1\]|(?:.+\.)?localhost)$/i.test(host);
}
