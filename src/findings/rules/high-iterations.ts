/** The file takes more iterations than readers allow. */
import type { Rule } from "../finding.js";
import { isReader } from "../finding.js";
import type { Derivation } from "../protection.js";
import { derivationsOf, protectionOf } from "../protection.js";
import { REPACK_WHOLE } from "../repack.js";
import { troublesOf } from "../troubles.js";

/**
 * What .NET's X509CertificateLoader allows unless it is told otherwise (Pkcs12LoaderLimits in its source): so many for the
 * MAC and for each encryption, and so many for all encryptions together. Java stops at 5,000,000 for one. Windows, OpenSSL
 * and Java write 2,000 to 10,000; NSS and GnuTLS 600,000.
 */
const MOST_EACH = 300_000;
const MOST_TOGETHER = 1_000_000;

/** `high-iterations` */
export const highIterations: Rule = {
  id: "high-iterations",
  severity: { "api-connector": "warning", "token-signing": "warning", reader: "info" },
  evidence: "third-party",
  reference:
    "Source of .NET's Pkcs12LoaderLimits (300,000 for one key, 1,000,000 for all) and dotnet/runtime issue 120747",
  summary: "More iterations than some readers allow, or than they do in good time.",
  check({ opened, target }) {
    const protection = protectionOf(opened);
    if (protection === undefined) return [];
    // The tool's own limit is far above: where that is exceeded, it is told already.
    if (troublesOf(opened).some(({ error }) => error.code === "ERR_PKCS12_ITERATIONS")) return [];
    const excess = excessOf(derivationsOf(protection));
    if (excess === undefined) return [];
    const { at, what } = excess;
    const graph = isReader(target) ? "" : " Which bounds Graph has is not documented.";
    const message = `${what}, unless told otherwise; other readers take seconds.${graph}`;
    return [{ at, message, fix: `Pack the file anew with 2,048 iterations: ${REPACK_WHOLE}` }];
  },
};

function excessOf(derivations: readonly Derivation[]): { readonly at: string; readonly what: string } | undefined {
  const [most] = [...derivations].sort((a, b) => b.iterations - a.iterations);
  if (most === undefined) return undefined;
  if (most.iterations > MOST_EACH) {
    const what = `One key takes ${inThousands(most.iterations)} iterations, more than the ${inThousands(MOST_EACH)} that .NET allows for one`;
    return { at: most.at, what };
  }
  const encryptions = derivations.filter(({ at }) => at !== "macData");
  const sum = encryptions.reduce((total, { iterations }) => total + iterations, 0);
  if (sum <= MOST_TOGETHER) return undefined;
  return {
    at: "pfx",
    what: `All keys together take ${inThousands(sum)} iterations, more than the ${inThousands(MOST_TOGETHER)} that .NET allows`,
  };
}

function inThousands(count: number): string {
  return count.toLocaleString("en-US");
}
