/** The file uses an algorithm or a mode that cannot be read here. */
import { UnsupportedError } from "../../errors.js";
import type { Rule } from "../finding.js";
import { isReader } from "../finding.js";
import { REPACK } from "../repack.js";
import { troublesOf } from "../troubles.js";

/** `unsupported` */
export const unsupported: Rule = {
  id: "unsupported",
  severity: { "api-connector": "error", "token-signing": "error", reader: "error" },
  evidence: "hypothesis",
  reference: "RFC 8018 appendix B lists what readers are expected to know; Graph publishes no list of its own",
  summary: "An algorithm or mode in the file is not supported; it is named with its OID.",
  check({ opened, target }) {
    return troublesOf(opened)
      .filter(({ error }) => error instanceof UnsupportedError)
      .map(({ error, severity }) => ({
        // What this tool does not open a reader may: whether it does is told by its own rule.
        severity: isReader(target) && opened.failure === undefined ? "info" : severity,
        at: error.at,
        ...(error.code === "ERR_PKCS12_PUBLIC_KEY_MODE"
          ? { message: `No password is of use: ${error.message}.`, fix: "Export the file again, under a password." }
          : {
              message: `Rarely used protection, the password may be right: ${error.message}.`,
              fix: `Export the file with common algorithms: ${REPACK}`,
            }),
      }));
  },
};
