/** A rollover from one certificate to another, with secrets to look for. */
import { encodeBase64 } from "../../../src/bytes/base64.js";
import type { TokenSigningCredentials } from "../../../src/graph/key-credentials.js";
import { toKeyCredentials } from "../../../src/graph/key-credentials.js";
import type { ReadServicePrincipal } from "../../../src/graph/service-principal.js";
import type { RolloverOptions } from "../../../src/rollover/plan-rollover.js";
import { planRollover } from "../../../src/rollover/plan-rollover.js";
import type { ChangeStep, RolloverPlan } from "../../../src/rollover/step.js";
import { thumbprint } from "../../../src/x509/thumbprint.js";
import {
  clientSecret,
  FIRST_THUMBPRINT,
  guid,
  NOW,
  servicePrincipal,
  triple,
} from "../audit/sample-service-principal.js";
import { KEYS, writeCertificate } from "../credential/certificate-writer.js";

export const PASSWORD = 'pass\'word "of" $the `new` PFX';
export const PFX: Uint8Array<ArrayBuffer> = Uint8Array.from({ length: 600 }, (_, index) => (index * 7 + 3) & 0xff);

/** The certificate that is rolled over to. */
export const NEW: Uint8Array<ArrayBuffer> = writeCertificate({
  key: KEYS.third,
  subject: "new",
  notBefore: "20260501000000Z",
  notAfter: "20290501000000Z",
});
export const NEW_THUMBPRINT: string = thumbprint(NEW);

/** Its three entries; keyIds end with 90 and 91. */
export function newCredentials(): TokenSigningCredentials {
  let number = 90;
  return toKeyCredentials({ certificate: NEW, pfx: PFX, password: PASSWORD }, { newId: () => guid(number++) });
}

/** One certificate that signs, and a client secret. */
export function current(): ReadServicePrincipal {
  return servicePrincipal([triple({ hasKey: true })], { preferred: FIRST_THUMBPRINT, passwords: [clientSecret()] });
}

/** The plan for {@link current}, or for another servicePrincipal. */
export function planFor(json: unknown = current(), options: Partial<RolloverOptions> = {}): RolloverPlan {
  return planRollover(json, { with: newCredentials(), now: NOW, ...options });
}

/** The changes of a plan, in order. */
export function changesOf({ steps }: RolloverPlan): readonly ChangeStep[] {
  return steps.filter((step) => step.kind === "change");
}

/** What must stand in no script: the password, the PFX, and each as base64 and hex. */
export function secretTexts(): readonly string[] {
  const hex = Array.from(PFX.subarray(0, 16), (octet) => octet.toString(16).padStart(2, "0")).join("");
  const encoded = encodeBase64(new TextEncoder().encode(PASSWORD));
  const words = PASSWORD.split(" ").filter((word) => word.includes("word") || word.includes("new`"));
  // The inside of a base64 text is the same wherever it was cut, but for the alignment.
  const shifted = [1, 2].map((skip) => encodeBase64(new TextEncoder().encode(PASSWORD).subarray(skip)).slice(0, 16));
  const pfx = encodeBase64(PFX);
  return [PASSWORD, ...words, encoded.slice(0, 16), ...shifted, hex, pfx.slice(0, 24), pfx.slice(100, 124)];
}
