/** The PFX was encoded twice. */
import type { Layer } from "../../sniff/layer.js";
import { divideAtBody } from "../../sniff/layer.js";
import type { Rule } from "../finding.js";

/** How often the PFX is in base64. */
function countBase64(layers: readonly Layer[]): number {
  return layers.filter((layer) => layer.kind === "base64").length;
}

/** `double-base64` */
export const doubleBase64: Rule = {
  id: "double-base64",
  severity: { "api-connector": "warning", "token-signing": "warning", reader: null },
  evidence: "documented",
  reference: "uploadClientCertificate: pkcs12Value is the base64 of the PFX; keyCredential: key is an Edm.Binary",
  summary: "The PFX is base64 text of base64 text: decoded once it is no PFX.",
  check({ opened: { kind, layers } }) {
    if (kind !== "pfx") return [];
    const { body, outside, inside } = divideAtBody(layers);
    const times = countBase64(body === undefined ? outside : inside);
    if (times < 2) return [];
    const twice = times === 2 ? "twice" : `${times} times`;
    if (body !== undefined) {
      return [
        {
          severity: "error",
          at: "pkcs12Value",
          message: `pkcs12Value is in base64 ${twice}: Graph decodes it once, and what comes out is no PFX but text.`,
          fix: "Encode the PFX once, or let the body be written: graph-certkit payload upload credential.pfx",
        },
      ];
    }
    return [
      {
        at: "file",
        message: `The file is in base64 ${twice}: whoever decodes it once gets no PFX but text.`,
        fix: "Encode the PFX once, or have it packed from this file: graph-certkit payload upload FILE",
      },
    ];
  },
};
