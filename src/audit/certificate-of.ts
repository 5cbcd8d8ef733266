/** What the `key` of a key credential holds. */
import { readBase64Text } from "../bytes/base64-text.js";
import { ToolkitError } from "../errors.js";
import type { KeyCredential } from "../graph/model.js";
import type { Certificate } from "../x509/certificate.js";
import { parseCertificate } from "../x509/certificate.js";

/** The certificate in `key`; `undefined` where `key` is absent, as on most reads, or holds something else. */
export function certificateOf({ key }: KeyCredential): Certificate | undefined {
  const der = typeof key === "string" ? readBase64Text(new TextEncoder().encode(key))?.bytes : undefined;
  if (der === undefined) return undefined;
  try {
    return parseCertificate(der, "key");
  } catch (error) {
    if (error instanceof ToolkitError) return undefined;
    throw error;
  }
}
