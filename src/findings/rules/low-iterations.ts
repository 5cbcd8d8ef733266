/** A key is derived from the password with few iterations. */
import type { Rule } from "../finding.js";
import { derivationsOf, namePlaces, protectionOf } from "../protection.js";
import { REPACK_WHOLE } from "../repack.js";

/** RFC 8018 section 4.2 recommends no fewer; OpenSSL's default is 2,048, Windows' 2,000. */
const LEAST = 1000;

/** `low-iterations` */
export const lowIterations: Rule = {
  id: "low-iterations",
  severity: { "api-connector": "info", "token-signing": "info", reader: "info" },
  evidence: "standard",
  reference:
    "RFC 8018 section 4.2: at least 1,000; OWASP's Password Storage Cheat Sheet asks for 600,000, which some readers of PFX files refuse",
  summary: "A key is derived with fewer than 1,000 iterations: the password is soon guessed by whoever has the file.",
  check({ opened }) {
    const protection = protectionOf(opened);
    const found =
      protection === undefined ? [] : derivationsOf(protection).filter(({ iterations }) => iterations < LEAST);
    const [first, ...others] = [...found].sort((a, b) => a.iterations - b.iterations);
    if (first === undefined) return [];
    const count = first.iterations === 1 ? "1 iteration" : `${first.iterations} iterations`;
    const message = `The password is turned into a key with ${count} at ${namePlaces([first, ...others])}, fewer than the 1,000 that RFC 8018 recommends: whoever has the file can try many passwords a second.`;
    return [{ at: first.at, message, fix: `Pack the file anew with 2,048 iterations: ${REPACK_WHOLE}` }];
  },
};
