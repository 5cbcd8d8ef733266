/** A request body without its password. */
import type { MemberState } from "../../sniff/layer.js";
import { divideAtBody } from "../../sniff/layer.js";
import type { Rule } from "../finding.js";

const WHAT: Readonly<Record<Exclude<MemberState, "string">, string>> = {
  absent: "The request body has no password",
  null: "The request body's password is null",
  other: "The request body's password is no string",
};

/** `missing-password-field` */
export const missingPasswordField: Rule = {
  id: "missing-password-field",
  severity: { "api-connector": "error", "token-signing": null, reader: null },
  evidence: "documented",
  reference: 'uploadClientCertificate: password is required, "" where the file has none',
  summary: 'A request body has no string in password; "" is one.',
  check({ opened: { layers } }) {
    const { body } = divideAtBody(layers);
    if (body === undefined || body.password === "string") return [];
    return [
      {
        at: "password",
        message: `${WHAT[body.password]}: Graph wants one in any case, "" for a file without a password.`,
        fix: 'Add "password": "…" to the body, or let it be written: graph-certkit payload upload credential.pfx',
      },
    ];
  },
};
