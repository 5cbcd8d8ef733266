/** `POST /servicePrincipals/{id}/addTokenSigningCertificate`: the answer as a function of what was minted. */
import { encodeBase64 } from "../bytes/base64.js";
import { decodeHex } from "../bytes/hex.js";
import type { SelfSignedCertificate } from "./model.js";
import type { WithContext } from "./odata.js";
import { contextUrl } from "./odata.js";

/** A certificate that the action has put on a servicePrincipal. */
export interface MintedCertificate {
  readonly displayName: string;
  readonly der: Uint8Array;
  /** SHA-1 over the DER, 40 upper-case hex digits. */
  readonly thumbprint: string;
  /** GUID that the Sign key and the password share. */
  readonly signKeyId: string;
  /** As Graph writes it, with seven digits of fraction. */
  readonly startDateTime: string;
  readonly endDateTime: string;
}

/**
 * The `selfSignedCertificate` that the action answers. customKeyIdentifier holds the octets of the thumbprint, as every
 * published example has it; keyId is the Sign key's although the model says Verify (observed by third parties).
 * @throws {MalformedError} `ERR_BYTES_HEX`
 */
export function toSelfSignedCertificate(minted: MintedCertificate): WithContext<SelfSignedCertificate> {
  const { displayName, der, thumbprint, signKeyId, startDateTime, endDateTime } = minted;
  return {
    "@odata.context": contextUrl("microsoft.graph.selfSignedCertificate"),
    customKeyIdentifier: encodeBase64(decodeHex(thumbprint, "thumbprint")),
    displayName,
    endDateTime,
    key: encodeBase64(der),
    keyId: signKeyId,
    startDateTime,
    thumbprint,
    type: "AsymmetricX509Cert",
    usage: "Verify",
  };
}
