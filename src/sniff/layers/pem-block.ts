/** A file in PEM: `openssl` never writes a PFX so, `certutil -encode` does, under the label CERTIFICATE. */
import { readBase64Text } from "../../bytes/base64-text.js";
import type { Peeled } from "../layer.js";
import { findPemBlocks } from "../pem.js";

/** Decodes the only block of a text; `undefined` where there is none or more than one, or where it is no base64. */
export function peelPemBlock(bytes: Uint8Array): Peeled | undefined {
  const blocks = findPemBlocks(bytes);
  const { value: only } = blocks.next();
  if (!only || !blocks.next().done) return undefined;
  const reading = readBase64Text(only.content);
  return reading && { layer: { kind: "pem", label: only.label }, bytes: reading.bytes };
}
