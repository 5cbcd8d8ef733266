/** Opens what a connector is given: a PFX in base64 and its password. */
import { openFile } from "../credential/open.js";
import type { OpenedFile } from "../credential/opened-file.js";
import { PasswordError } from "../errors.js";
import type { Call } from "./call.js";
import { emptyCertificate, spoilUpload } from "./faults/spoil-connector.js";
import type { Members } from "./members.js";
import { decodeStandardBase64, readText } from "./members.js";
import { refuse } from "./refusal.js";
import type { StoredCertificate } from "./state.js";

/**
 * The certificate of a body with `pkcs12Value` and `password`. Both are required (documented); `""` is the password of a
 * file without one. Of several keys with certificates in one file the one that `openFile` puts first is taken.
 */
export async function openUpload(body: Members, type: string, call: Call): Promise<StoredCertificate> {
  if (!call.faults.has("accepts-anything")) return await openSound(body, type, call);
  return await openSound(body, type, call).catch(() => emptyCertificate(call.now));
}

async function openSound(body: Members, type: string, call: Call): Promise<StoredCertificate> {
  const value = requireText(body, "pkcs12Value", type);
  const password = requireText(body, "password", type);
  const { undocumented, now, provider, faults } = call;
  if (undocumented.whiteSpaceInPkcs12Value === "refuse" && /\s/.test(value)) throw refuse("pfxFormat");
  const bytes = decodeStandardBase64(value);
  if (bytes === undefined) throw refuse("pfxFormat");
  const opened = await openFile(bytes, { password, now, provider });
  // openFile takes wrappings off, such as a second base64; the service has no reason to.
  if (opened.layers.length > 0) throw refuse("pfxFormat");
  if (opened.failure !== undefined) throw refuse(opened.failure instanceof PasswordError ? "pfxPassword" : "pfxFormat");
  if (undocumented.aes256Files === "wrong-password" && isAes256(opened)) throw refuse("pfxPassword");
  const [credential] = opened.credentials;
  if (credential === undefined) throw refuse(opened.keys.length === 0 ? "pfxNoKey" : "pfxNoCertificate");
  const { thumbprint, certificate } = credential.certificate;
  const { notBefore, notAfter } = certificate;
  const uploadedAt = now.getTime();
  const stored = { thumbprint, notBefore: notBefore.getTime(), notAfter: notAfter.getTime(), uploadedAt };
  return spoilUpload(stored, opened, faults);
}

function requireText(body: Members, name: string, type: string): string {
  const text = readText(body, name, type);
  if (text === undefined) throw refuse("missingMember", [name, type]);
  if (text === null) throw refuse("pfxNull", [name]);
  return text;
}

function isAes256({ pkcs12 }: OpenedFile): boolean {
  return pkcs12?.encryptions.some(({ cipher }) => cipher?.startsWith("AES-256")) ?? false;
}
