/** The certificates of the chain do not stand in the order in which they vouch for one another. */
import type { OpenedCertificate, OpenedFile, ReadableCertificate } from "../../credential/opened-file.js";
import type { Rule } from "../finding.js";
import { leadingCertificate } from "../judged.js";
import { PACK_IN_ORDER, REPACK, UNPACK } from "../repack.js";

/** `chain-misordered` */
export const chainMisordered: Rule = {
  id: "chain-misordered",
  severity: { "api-connector": "warning", "token-signing": "warning", reader: "info" },
  evidence: "third-party",
  reference:
    "Documentation of go-pkcs12 (DecodeChain: the first certificate is taken for the leaf); RFC 5246 section 7.4.2: each certificate certifies the one before it",
  summary: "The certificates stand in another order than leaf, issuer and so on upwards: some readers take the first.",
  check({ opened }) {
    const leading = leadingCertificate(opened);
    if (leading === undefined) return [];
    const misplaced = firstMisplaced(opened, leading);
    if (misplaced === undefined) return [];
    if (misplaced.before === leading) {
      const message =
        "A CA's certificate stands before the certificate of the key. Some readers take the first certificate of a file for that of the key.";
      return [
        { at: leading.at, message, fix: `Pack the file anew, which puts the certificate of the key first: ${REPACK}` },
      ];
    }
    const message =
      "The certificate stands before one that it vouches for. Programs that send the certificates as they stand send a chain that TLS 1.2 does not allow.";
    const fix = `Write the certificates out (${UNPACK}), copy the leaf to leaf.pem and its issuers, the lowest first, to issuers.pem, and pack them: ${PACK_IN_ORDER}`;
    return [{ at: misplaced.certificate.at, message, fix, severity: "info" }];
  },
};

/** A certificate of the chain and the one below it, which it stands before in the file. */
interface Misplaced {
  readonly certificate: ReadableCertificate;
  readonly before: ReadableCertificate;
}

/** The leading certificate counts as misplaced wherever any of its chain stands before it. */
function firstMisplaced(opened: OpenedFile, leading: ReadableCertificate): Misplaced | undefined {
  const chain = opened.credentials[0]?.chain ?? [];
  const positions = firstPositions(opened.certificates);
  const positionOf = (it: ReadableCertificate): number => positions.get(it.thumbprintSha256) ?? 0;
  const early = chain.find((certificate) => positionOf(certificate) < positionOf(leading));
  if (early !== undefined) return { certificate: early, before: leading };
  return chain
    .slice(1)
    .map((certificate, index) => ({ certificate, before: chain[index] ?? leading }))
    .find(({ certificate, before }) => positionOf(certificate) < positionOf(before));
}

/** Copies of a certificate count where the first of them stands. */
function firstPositions(certificates: readonly OpenedCertificate[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  for (const [index, { thumbprintSha256 }] of certificates.entries()) {
    if (!positions.has(thumbprintSha256)) positions.set(thumbprintSha256, index);
  }
  return positions;
}
