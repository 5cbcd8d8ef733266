/** The file has no MAC. */
import type { Rule } from "../finding.js";
import { isReader } from "../finding.js";
import { protectionOf } from "../protection.js";
import { REPACK_WHOLE } from "../repack.js";

/** `no-mac` */
export const noMac: Rule = {
  id: "no-mac",
  severity: { "api-connector": "warning", "token-signing": "warning", reader: "info" },
  evidence: "third-party",
  reference: "Measured with go-pkcs12 0.7 and Node 20; RFC 7292 section 4 has the MAC as optional",
  summary: "The file has no MAC: nothing shows whether it was altered, and some readers refuse it.",
  check({ opened, target }) {
    const protection = protectionOf(opened);
    if (protection === undefined || protection.mac !== undefined) return [];
    const graph = isReader(target) ? "" : "; whether Graph does is not documented";
    const message = `The file has no MAC: nothing shows whether it was altered. Some readers refuse such files, among them go-pkcs12 and the TLS of Node 20${graph}.`;
    return [{ at: "pfx", message, fix: `Pack the file anew, which adds one: ${REPACK_WHOLE}` }];
  },
};
