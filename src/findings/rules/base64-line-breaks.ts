/** The base64 has line breaks in it. */
import { divideAtBody } from "../../sniff/layer.js";
import type { Rule } from "../finding.js";

/** `base64-line-breaks` */
export const base64LineBreaks: Rule = {
  id: "base64-line-breaks",
  severity: { "api-connector": "info", "token-signing": "info", reader: null },
  evidence: "hypothesis",
  reference:
    "RFC 4648 section 3.1: no line breaks unless a format asks for them; .NET's Convert.FromBase64String ignores white space; that Graph decodes with it is an assumption",
  summary: "The base64 has line breaks, which some decoders refuse.",
  check({ opened: { kind, layers } }) {
    if (kind !== "pfx") return [];
    const { body, outside, inside } = divideAtBody(layers);
    const lineBreaks = (body === undefined ? outside : inside)
      .map((layer) => (layer.kind === "base64" ? layer.lineBreaks : 0))
      .reduce((sum, count) => sum + count, 0);
    if (lineBreaks === 0) return [];
    const count = lineBreaks === 1 ? "a line break" : `${lineBreaks} line breaks`;
    if (body !== undefined) {
      return [
        {
          severity: "warning",
          at: "pkcs12Value",
          message: `pkcs12Value has ${count} in its base64: Graph may ignore or refuse them.`,
          fix: "Write the base64 in one line: openssl base64 -A -in credential.pfx",
        },
      ];
    }
    return [
      {
        at: "file",
        message: `The base64 of the file has ${count}: in a request body some decoders refuse them.`,
        fix: "Write it in one line, or let the body be written: graph-certkit payload upload FILE",
      },
    ];
  },
};
