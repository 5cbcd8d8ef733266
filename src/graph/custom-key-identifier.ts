/**
 * The customKeyIdentifier that the entries of one certificate share: which octets people put there, and reading back which
 * of these habits a stored value follows.
 *
 * Graph asks only for 1 to 32 octets, the same ones in the Sign entry, the Verify entry and the password. What they are is
 * the caller's choice, so several conventions are met in one tenant.
 */

import { encodeBase64 } from "../bytes/base64.js";
import { readBase64Text } from "../bytes/base64-text.js";
import { toOwnedBytes } from "../bytes/buffer.js";
import { decodeHex, encodeHex } from "../bytes/hex.js";
import { MalformedError } from "../errors.js";
import type { Evidence } from "../readers/evidence.js";
import { thumbprint as sha1Hex, thumbprintSha256 as sha256Hex } from "../x509/thumbprint.js";
import { requireThumbprint } from "./thumbprint-text.js";

/** What an identifier is made of; see {@link IDENTIFIER_CONVENTIONS}. */
export type IdentifierConvention =
  | "sha1"
  | "sha256-of-hex-thumbprint"
  | "hex-as-base64"
  | "double-base64"
  | "ascii-hex";

/** One habit, and where it was seen. */
export interface ConventionFacts {
  readonly id: IdentifierConvention;
  readonly octets: number;
  /** What the octets are. */
  readonly description: string;
  /** Who writes it. */
  readonly usedBy: string;
  /** How well it is known that this is what they write. */
  readonly evidence: Evidence;
  /** False where Graph's limit of today refuses it, so that only old entries have it. */
  readonly isWritable: boolean;
}

/** The conventions that were met, the one that Graph itself follows first. */
export const IDENTIFIER_CONVENTIONS: readonly ConventionFacts[] = [
  {
    id: "sha1",
    octets: 20,
    description: "the SHA-1 over the certificate's DER",
    usedBy:
      "addTokenSigningCertificate (its three published examples), and the service where the member is left out (resource page of keyCredential)",
    evidence: "documented",
    isWritable: true,
  },
  {
    id: "sha256-of-hex-thumbprint",
    octets: 32,
    description: "the SHA-256 over the ASCII text of the upper-case hex thumbprint",
    usedBy: "the C# of the earlier how-to on configuring SAML by API, the PowerShell of the how-to on JWT claims",
    evidence: "documented",
    isWritable: true,
  },
  {
    id: "hex-as-base64",
    octets: 30,
    description: "the 40 hex digits of the thumbprint taken for base64",
    usedBy: "the sample of the later how-to on configuring SAML by API; it passes since hex digits are base64 symbols",
    evidence: "documented",
    isWritable: true,
  },
  {
    id: "double-base64",
    octets: 28,
    description: "the ASCII text of the SHA-1's base64, encoded again",
    usedBy: "a request that its author reports as working (MicrosoftDocs/azure-docs issue 58484)",
    evidence: "third-party",
    isWritable: true,
  },
  {
    id: "ascii-hex",
    octets: 40,
    description: "the ASCII text of the hex thumbprint",
    usedBy: "old entries, as a Terraform provider for Entra ID accepts them when it reads",
    evidence: "third-party",
    isWritable: false,
  },
];

/** Graph: "cannot be empty and can be at most 32 bytes" (azure-docs-powershell-azuread issue 202). */
const MAX_OCTETS = 32;

/** What a stored customKeyIdentifier says. */
export interface ReadIdentifier {
  /** `undefined` where the text is no base64. */
  readonly octets: Uint8Array<ArrayBuffer> | undefined;
  /** The conventions by which it identifies the certificate asked for, in the order of the table; hex in either case. */
  readonly conventions: readonly IdentifierConvention[];
  /** The upper-case thumbprint where the text is 40 hex digits that somebody put in the place of base64. */
  readonly hexText: string | undefined;
}

/**
 * The octets that identify a certificate.
 * @param certificate - DER, without octets after it
 * @param convention - one of the table, or the octets themselves, which are copied
 * @throws {MalformedError} `ERR_GRAPH_CUSTOM_KEY_IDENTIFIER` for other than 1 to 32 octets, as `ascii-hex` makes them
 * @throws {RangeError} naming `keyIdentifier` for a convention that is not in the table
 */
export function toCustomKeyIdentifier(
  certificate: Uint8Array,
  convention: IdentifierConvention | Uint8Array = "sha1",
): Uint8Array<ArrayBuffer> {
  const octets = typeof convention === "string" ? identify(sha1Hex(certificate), convention) : toOwnedBytes(convention);
  if (octets.length >= 1 && octets.length <= MAX_OCTETS) return octets;
  const length = `${octets.length} octet${octets.length === 1 ? "" : "s"}`;
  throw new MalformedError(`customKeyIdentifier expected 1..${MAX_OCTETS} octets, got ${length}`, {
    code: "ERR_GRAPH_CUSTOM_KEY_IDENTIFIER",
    at: "customKeyIdentifier",
  });
}

/**
 * Reads a stored value, and says how it identifies a certificate if it does. Never throws on a value that is odd.
 * @param value - base64, as Graph shows it
 * @param thumbprint - SHA-1 in hex of the certificate in question, in any case; without one `conventions` is empty
 * @throws {RangeError} naming `thumbprint`
 */
export function readCustomKeyIdentifier(value: string, thumbprint?: string): ReadIdentifier {
  const octets = readBase64Text(new TextEncoder().encode(value))?.bytes;
  const hexText = /^[0-9A-Fa-f]{40}$/.test(value) ? value.toUpperCase() : undefined;
  const asked = thumbprint === undefined ? undefined : requireThumbprint(thumbprint);
  if (octets === undefined || asked === undefined) return { octets, conventions: [], hexText };
  const found = encodeHex(octets);
  const fits = (id: IdentifierConvention) =>
    [asked, asked.toLowerCase()].some((hex) => encodeHex(identify(hex, id)) === found);
  return { octets, conventions: IDENTIFIER_CONVENTIONS.map(({ id }) => id).filter(fits), hexText };
}

/** @param hex - the thumbprint, whose case tells in all conventions that are made of text */
function identify(hex: string, convention: IdentifierConvention): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder();
  switch (convention) {
    case "sha1":
      return decodeHex(hex, "thumbprint");
    case "sha256-of-hex-thumbprint":
      return decodeHex(sha256Hex(text.encode(hex)), "digest");
    case "hex-as-base64":
      return Uint8Array.from(atob(hex), (character) => character.charCodeAt(0));
    case "double-base64":
      return toOwnedBytes(text.encode(encodeBase64(decodeHex(hex, "thumbprint"))));
    case "ascii-hex":
      return toOwnedBytes(text.encode(hex));
    default:
      throw new RangeError(
        `"keyIdentifier" expected ${IDENTIFIER_CONVENTIONS.map(({ id }) => id).join(", ")} or octets, got ${String(convention)}`,
      );
  }
}
