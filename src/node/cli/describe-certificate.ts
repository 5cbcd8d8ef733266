/** Certificates and keys of a report in the words of a card. */
import type { CertificateReport } from "../../preflight/report.js";

const DAY = 86_400_000;

/** `10266 days left`, `expired 3 days ago`, `begins in 1 day`: whole days, rounded down. */
export function validityInDays(notBefore: string, notAfter: string, now: Date): string {
  const untilBegin = Date.parse(notBefore) - now.getTime();
  const left = Date.parse(notAfter) - now.getTime();
  if (untilBegin > 0) return `begins in ${days(untilBegin)}`;
  return left < 0 ? `expired ${days(-left)} ago` : `${days(left)} left`;
}

function days(milliseconds: number): string {
  const count = Math.floor(milliseconds / DAY);
  return `${count} day${count === 1 ? "" : "s"}`;
}

/** `RSA 2048`; curves and the like have their size in their name. */
export function describeKey({ keyAlgorithm, keyBits }: Pick<CertificateReport, "keyAlgorithm" | "keyBits">): string {
  if (keyAlgorithm === null) return "not readable";
  return keyBits === null || /\d/.test(keyAlgorithm) ? keyAlgorithm : `${keyAlgorithm} ${keyBits}`;
}

/** One line on a certificate that is not the leading one. */
export function describeCertificate({
  subject,
  notBefore,
  notAfter,
  thumbprint,
  friendlyName,
}: CertificateReport): string {
  const name = subject ?? friendlyName ?? "not readable";
  const dates = notBefore === null || notAfter === null ? "" : `, ${day(notBefore)} to ${day(notAfter)}`;
  return `${name === "" ? "(empty subject)" : name}${dates}, ${thumbprint}`;
}

function day(instant: string): string {
  return instant.slice(0, instant.indexOf("T"));
}

/**
 * The function that says what a certificate is to the leading one, by names only: signatures are not looked at.
 * @param others - all certificates but the leading one
 */
export function rolesInChain(
  leading: CertificateReport | undefined,
  others: readonly CertificateReport[],
): (certificate: CertificateReport) => string {
  const chain = chainAbove(leading, others);
  return (certificate) => {
    if (certificate.subject === null) return "unreadable";
    if (certificate.hasPrivateKey) return "with a key";
    if (!chain.has(certificate)) return "unrelated";
    return certificate.subject === certificate.issuer ? "root" : "issuer";
  };
}

/** Of several with one subject the first that is not in the chain yet: they are taken from the end of their list. */
function chainAbove(
  leading: CertificateReport | undefined,
  others: readonly CertificateReport[],
): ReadonlySet<CertificateReport> {
  const bySubject = new Map<string | null, CertificateReport[]>();
  for (const other of [...others].reverse()) {
    const same = bySubject.get(other.subject);
    if (same === undefined) bySubject.set(other.subject, [other]);
    else same.push(other);
  }
  const chain = new Set<CertificateReport>();
  let current = leading;
  while (current !== undefined) {
    const { issuer, subject }: CertificateReport = current;
    current = issuer === subject ? undefined : bySubject.get(issuer)?.pop();
    if (current !== undefined) chain.add(current);
  }
  return chain;
}
