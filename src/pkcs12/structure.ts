/** Everything of a PFX that lies open: what both stages, without and with a password, start from. */
import { decodeBer } from "../asn1/ber.js";
import { requireBytes } from "../bytes/buffer.js";
import type { ToolkitError } from "../errors.js";
import { LimitError } from "../errors.js";
import type { Limits } from "../limits.js";
import type { EncryptedDataContent } from "./authenticated-safe.js";
import { decodeAuthenticatedSafe } from "./authenticated-safe.js";
import type { EncryptionAlgorithm } from "./encryption-algorithm.js";
import type { Pfx } from "./pfx.js";
import { decodePfx } from "./pfx.js";
import type { SafeBag, SafeContentsContext } from "./safe-bag.js";
import { decodeSafeBags, decodeSafeContents } from "./safe-bag.js";
import { structureError } from "./structure-error.js";

/** A content info whose bags could be read. */
export interface OpenContent {
  readonly kind: "data";
  readonly at: string;
  readonly bags: readonly SafeBag[];
}

/** A part of the file that could not be read, and why. */
export interface Unreadable {
  readonly at: string;
  readonly error: ToolkitError;
}

/** The decoded file before any password is used. */
export interface Structure {
  readonly pfx: Pfx;
  /** `BER` as soon as one value outside the encrypted parts breaks DER. */
  readonly encoding: "DER" | "BER";
  /** The content infos in file order; those that cannot be opened by any password are in `unreadable` instead. */
  readonly contents: readonly (OpenContent | EncryptedDataContent)[];
  readonly unreadable: readonly Unreadable[];
  /** Bags and keys counted so far, for the decrypted contents to go on from. */
  readonly count: SafeContentsContext["count"];
}

/**
 * Decodes all that needs no password.
 * @throws {TypeError} naming `bytes` where it is no Uint8Array
 * @throws {LimitError} `ERR_PKCS12_FILE_BYTES`, and the limits of BER, contents, bags and keys
 * @throws {MalformedError} where the outer structure is broken; broken parts inside it are collected
 * @throws {UnsupportedError} `ERR_PKCS12_PUBLIC_KEY_MODE`
 */
export function readStructure(bytes: Uint8Array, limits: Limits): Structure {
  requireBytes(bytes);
  if (bytes.length > limits.fileBytes) {
    throw new LimitError(`the file has ${bytes.length} bytes, the limit is ${limits.fileBytes}`, {
      code: "ERR_PKCS12_FILE_BYTES",
      at: "pfx",
      limit: "fileBytes",
      actual: bytes.length,
    });
  }
  const pfx = decodePfx(bytes, limits);
  const authenticatedSafe = decodeAuthenticatedSafe(pfx.authSafe, limits);
  const unreadable: Unreadable[] = [];
  const collect = (error: ToolkitError): void => void unreadable.push({ at: error.at, error });
  const count = { bags: 0, keys: 0 };
  const context: SafeContentsContext = { limits, count, onUnreadable: collect };
  let isDer = pfx.encoding === "DER" && authenticatedSafe.encoding === "DER";
  const contents: (OpenContent | EncryptedDataContent)[] = [];
  for (const content of authenticatedSafe.contents) {
    if (content.kind === "unreadable") {
      unreadable.push(content);
    } else if (content.kind === "encryptedData") {
      contents.push(content);
    } else if (content.kind === "bareBag") {
      contents.push({ kind: "data", at: content.at, bags: decodeSafeBags([content.safeBag], content.at, context) });
    } else {
      try {
        const { root, encoding } = decodeBer(content.safeContents, content.at, limits);
        isDer &&= encoding === "DER";
        contents.push({ kind: "data", at: content.at, bags: decodeSafeContents(root, content.at, context) });
      } catch (error) {
        const unreadableError = structureError(error, content.at);
        if (unreadableError instanceof LimitError) throw unreadableError;
        collect(unreadableError);
      }
    }
  }
  return { pfx, encoding: isDer ? "DER" : "BER", contents, unreadable, count };
}

/** An encryption together with where it stands. */
export interface PlacedEncryption {
  readonly at: string;
  readonly algorithm: EncryptionAlgorithm;
}

/** The encryptions that can be seen without a password, in file order. */
export function visibleEncryptions({ contents }: Structure): readonly PlacedEncryption[] {
  return contents.flatMap((content): readonly PlacedEncryption[] =>
    content.kind === "encryptedData" ? [content] : content.bags.filter((bag) => bag.kind === "pkcs8ShroudedKeyBag"),
  );
}
