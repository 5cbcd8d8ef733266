/** The base64 is not the one that Graph's documentation asks for. */
import type { Base64Layer, Layer } from "../../sniff/layer.js";
import { divideAtBody } from "../../sniff/layer.js";
import type { Observation, Rule } from "../finding.js";

/** The innermost base64 that departs from RFC 4648 section 4. */
function findUnusual(layers: readonly Layer[]): Base64Layer | undefined {
  return layers
    .filter((layer) => layer.kind === "base64")
    .findLast(({ alphabet, isPadded }) => alphabet === "base64url" || !isPadded);
}

/** What Graph has been seen to answer where the value is an Edm.Binary. */
const EDM_BINARY = {
  evidence: "third-party",
  reference:
    "Graph's answer to such a key: Cannot convert the literal to the expected type 'Edm.Binary' (msgraph-sdk-powershell #2056, #3157)",
} as const;

/** `base64url` */
export const base64url: Rule = {
  id: "base64url",
  severity: { "api-connector": "warning", "token-signing": "error", reader: null },
  evidence: "hypothesis",
  reference:
    "RFC 4648 section 5: base64url is not to be taken for base64; .NET's Convert.FromBase64String refuses - and _ and missing padding; that Graph decodes with it is an assumption",
  summary: "The base64 is base64url, with - and _, or lacks its padding.",
  check({ opened: { kind, layers, failure }, target }) {
    if (kind !== "pfx") return [];
    const { body, outside, inside } = divideAtBody(layers);
    const layer = findUnusual(body === undefined ? outside : inside);
    if (layer === undefined) return [];
    const isUrl = layer.alphabet === "base64url";
    // A text that was cut off lacks more than its padding: that is told by the rule on it.
    if (!isUrl && failure?.code === "ERR_ASN1_TRUNCATED") return [];
    const what = isUrl ? "in base64url, with - and _ instead of + and /" : "base64 without the = at its end";
    const observation: Observation = {
      at: body === undefined ? "file" : "pkcs12Value",
      message: `${body === undefined ? "The file" : "pkcs12Value"} is ${what}: Graph expects standard base64.`,
      fix:
        body === undefined
          ? "Encode the PFX as standard base64: openssl base64 -A -in credential.pfx"
          : "Let the body be written: graph-certkit payload upload credential.pfx",
    };
    if (target === "token-signing") return [{ ...observation, ...EDM_BINARY }];
    return [body === undefined ? observation : { ...observation, severity: "error" }];
  },
};
