/** A member of the request body has its name in another case. */
import { divideAtBody } from "../../sniff/layer.js";
import type { Rule } from "../finding.js";

/** As Graph's metadata spells them. */
const NAMES = ["pkcs12Value", "password"];

/** `misspelt-member` */
export const misspeltMember: Rule = {
  id: "misspelt-member",
  severity: { "api-connector": "warning", "token-signing": null, reader: null },
  evidence: "hypothesis",
  reference:
    "Graph's metadata; identifiers in it are case-sensitive ([MC-CSDL] section 1.5). What Graph does with another case is not documented",
  summary: "A member of a request body differs from pkcs12Value or password in its case.",
  check({ opened: { layers } }) {
    const { body } = divideAtBody(layers);
    return (body?.misspelt ?? []).map((misspelt) => {
      const name = NAMES.find((it) => it.toLowerCase() === misspelt.toLowerCase()) ?? misspelt;
      return {
        at: name,
        message: `The request body calls its member ${misspelt}: Graph may not take it for ${name}.`,
        fix: `Call it ${name}.`,
      };
    });
  },
};
