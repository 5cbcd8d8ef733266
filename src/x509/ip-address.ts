/** Text of IP addresses. */
import { encodeHex } from "../bytes/hex.js";

/** Four octets as dotted decimal, sixteen as IPv6 in the form of RFC 5952; any other number in hexadecimal. */
export function formatIpAddress(octets: Uint8Array): string {
  if (octets.length === 4) return octets.join(".");
  if (octets.length !== 16) return encodeHex(octets);
  const groups = Array.from({ length: 8 }, (_, index) => {
    const group = (octets[index * 2] as number) * 256 + (octets[index * 2 + 1] as number);
    return group.toString(16);
  });
  const text = groups.join(":");
  // RFC 5952 section 4.2: the longest run of two or more zero groups becomes "::", the first one where two are equal.
  const runs = [...text.matchAll(/\b0(?::0)+\b/g)].sort((a, b) => b[0].length - a[0].length);
  const [longest] = runs;
  if (longest === undefined) return text;
  const before = text.slice(0, longest.index).replace(/:$/, "");
  const after = text.slice(longest.index + longest[0].length).replace(/^:/, "");
  return `${before}::${after}`;
}
