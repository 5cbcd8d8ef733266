/** Writes the content of one PFX into another, under another protection or password. */
import { OID } from "../asn1/oids.js";
import { TAG } from "../asn1/values.js";
import { writeOctetString } from "../asn1/write.js";
import { MalformedError } from "../errors.js";
import type { Limits } from "../limits.js";
import { requireText } from "./arguments.js";
import type { Bag } from "./open-content.js";
import type { BagToPack } from "./pack.js";
import { packBags, writeTypedValue } from "./pack.js";
import { parsePkcs12 } from "./parse.js";
import type { ProtectionOptions } from "./protection-options.js";
import { readProtectionOptions } from "./protection-options.js";

/** Options of {@link repackPkcs12}. */
export interface RepackPkcs12Options extends Omit<ProtectionOptions, "password"> {
  /** That of the file there is, as for `parsePkcs12`. Default and `null`: none. */
  readonly password?: string | null | undefined;
  /** That of the new file; default: the same. */
  readonly newPassword?: string | undefined;
  /** For the opening; replaces single defaults of `DEFAULT_LIMITS`. */
  readonly limits?: Partial<Limits> | undefined;
}

/**
 * Opens a PFX and writes all of it into a new one (RFC 7292), DER, with a MAC, whatever the old one had. Every bag is
 * kept in its order: private keys, certificates, CRLs, secrets and the values of attributes octet for octet. What
 * changes: keys in the clear are encrypted, bags of nested SafeContents stand in the place of their container, the
 * password is encoded as the standards have it, and sets are in the order of DER.
 *
 * A secret bag is kept as it is: what a program encrypted inside it (keytool does) stays under the old password.
 * Random octets are taken as by `buildPkcs12`: the MAC's first, then part by part in the order of the new file.
 * @param bytes - the whole file, DER or BER; not modified
 * @returns the whole new file
 * @throws as `parsePkcs12` for the old file, all of which must open; {@link MalformedError} `ERR_PKCS12_STRUCTURE` for a
 * key in the clear that is no SEQUENCE, too
 * @throws {TypeError} naming `password` or `newPassword` that has half of a surrogate pair: there is no UTF-8 for it
 * @throws {RangeError} naming `protection`, `iterations`, or `random` that gives another length than asked for
 * @throws the reason of `options.signal` when it is aborted
 */
export async function repackPkcs12(bytes: Uint8Array, options: RepackPkcs12Options): Promise<Uint8Array<ArrayBuffer>> {
  const { password = null, newPassword, limits = {}, provider, signal, ...rest } = options;
  // Before the work of opening.
  const written = newPassword ?? password ?? "";
  requireText(newPassword === undefined ? "password" : "newPassword", written);
  readProtectionOptions({ ...rest, password: written });
  const shared = { ...(provider && { provider }), ...(signal && { signal }) };
  const { bags } = await parsePkcs12(bytes, { password, limits, ...shared });
  return await packBags(bags.map(toPack), { ...rest, ...shared, password: written });
}

function toPack(bag: Bag): BagToPack {
  const attributes = bag.attributes.all;
  switch (bag.kind) {
    case "keyBag":
    case "pkcs8ShroudedKeyBag":
      requireSequence(bag.privateKeyInfo, bag.at);
      return { kind: "key", privateKeyInfo: bag.privateKeyInfo, attributes };
    case "certBag": {
      const value = bag.certValueEncoding ?? writeOctetString(bag.certValue);
      return { kind: "other", bagId: OID.certBag, bagValue: writeTypedValue(bag.certId, value), attributes };
    }
    case "crlBag": {
      const bagValue = writeTypedValue(bag.crlId, writeOctetString(bag.crlValue));
      return { kind: "other", bagId: OID.crlBag, bagValue, attributes };
    }
    case "secretBag": {
      const bagValue = writeTypedValue(bag.secretTypeId, bag.secretValue);
      return { kind: "other", bagId: OID.secretBag, bagValue, attributes };
    }
    case "unknownBag":
      return { kind: "other", bagId: bag.bagId, bagValue: bag.bagValue, attributes };
  }
}

/** Encrypted, anything else would look like what a wrong password gives. */
function requireSequence(privateKeyInfo: Uint8Array, at: string): void {
  const constructed = 0x20;
  if (privateKeyInfo[0] === (constructed | TAG.sequence)) return;
  throw new MalformedError(`the key at ${at} is no SEQUENCE`, { code: "ERR_PKCS12_STRUCTURE", at });
}
