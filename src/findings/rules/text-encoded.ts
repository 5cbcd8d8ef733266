/** The PFX is wrapped into text. */
import { describeWrapped } from "../../sniff/describe.js";
import type { Layer } from "../../sniff/layer.js";
import { divideAtBody } from "../../sniff/layer.js";
import type { Observation, Rule } from "../finding.js";

/** What takes one layer off in a shell, from its input to its output; `undefined` where no common filter does it. */
function toFilter(layer: Layer, next: Layer | undefined): string | undefined {
  switch (layer.kind) {
    case "base64":
      if (layer.alphabet !== "base64" || !layer.isPadded) return undefined;
      return layer.lineBreaks === 0 ? "openssl base64 -d -A" : "openssl base64 -d";
    case "hex":
      return "sed 's/^[0\\]x//' | tr -cd '[:xdigit:]' | xxd -r -p";
    case "pem":
      return "sed -n '/-----BEGIN/,/-----END/p' | grep -v -e ----- | openssl base64 -d";
    case "data-url":
      return "sed 's/^[^,]*,//' | openssl base64 -d -A";
    case "quotes":
      // The escapes of a JSON string stand before others.
      return next?.kind === "base64" || next?.kind === "hex" ? `tr -d "\\"'"` : undefined;
    case "byte-order-mark":
      return layer.encoding === "utf-8" ? "tail -c +4" : "iconv -f UTF-16 -t UTF-8";
    case "request-body":
      return layer.misspelt.length === 0 ? "jq -r .pkcs12Value" : undefined;
  }
}

function observeFile(layers: readonly Layer[]): Observation {
  const filters = layers.map((layer, index) => toFilter(layer, layers[index + 1]));
  const isComplete = filters.every((filter) => filter !== undefined);
  return {
    at: "file",
    message: `The file is ${describeWrapped("a PFX", layers)}; it was read through here, but OpenSSL, Java and others do not open it.`,
    fix: isComplete
      ? `Decode it: cat file | ${filters.join(" | ")} > credential.pfx`
      : "Take the PFX as a binary file from its source.",
  };
}

/** `text-encoded` */
export const textEncoded: Rule = {
  id: "text-encoded",
  severity: { "api-connector": "info", "token-signing": "info", reader: "error" },
  evidence: "standard",
  reference: "RFC 7292 section 4: a PFX is binary, DER or BER; no reader that was measured opens one in text",
  summary: "The PFX is in base64, hexadecimal, PEM, a data: URL, quotes, a request body or behind a byte order mark.",
  check({ opened: { kind, layers }, target }) {
    if (kind !== "pfx" || layers.length === 0) return [];
    const { body, outside, inside } = divideAtBody(layers);
    if (body === undefined || target !== "api-connector") return [observeFile(layers)];
    const observations: Observation[] = [];
    if (outside.length > 0) {
      observations.push({
        severity: "warning",
        reference: "RFC 8259 section 8.1: JSON is sent in UTF-8 without a byte order mark",
        at: "file",
        message: `The file is ${describeWrapped("a request body", outside)}: Graph takes the JSON itself.`,
        fix: "Send the JSON alone, in UTF-8 without a byte order mark.",
      });
    }
    if (inside.some((layer) => layer.kind !== "base64")) {
      observations.push({
        severity: "error",
        evidence: "documented",
        reference: "uploadClientCertificate: pkcs12Value is the base64 of the PFX",
        at: "pkcs12Value",
        message: `pkcs12Value is ${describeWrapped("a PFX", inside)}; Graph decodes base64 once and expects the PFX there.`,
        fix: "Let the body be written: graph-certkit payload upload credential.pfx",
      });
    }
    return observations;
  },
};
