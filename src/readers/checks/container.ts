/** What readers refuse in the outer form of a file. */
import type { ErrorCode } from "../../errors.js";
import { PasswordError } from "../../errors.js";
import type { Check } from "../check.js";

/** Some readers know a cipher that is not known here, and most do not mind bytes behind the file. */
const OTHERS: ReadonlySet<ErrorCode> = new Set(["ERR_PKCS12_CIPHER", "ERR_ASN1_TRAILING_DATA"]);

/** Every reader here takes the bytes of a PFX and nothing around them. */
export const bytesAlone: Check = ({ layers: [layer] }) =>
  layer === undefined
    ? []
    : [
        {
          at: "pfx",
          message: `It is wrapped (${layer}); the PFX itself is expected.`,
          fix: "Take off what is around it.",
        },
      ];

/** Broken parts, those under a public key and those of a foreign type; ciphers and passwords are others' business. */
export const partsReadable: Check = ({ unreadable }) =>
  unreadable
    .filter(({ error }) => !(error instanceof PasswordError) && !OTHERS.has(error.code))
    .map(({ at }) => ({ at, message: "This part cannot be read.", fix: "Export the file again without this part." }));

/** No indefinite lengths, no strings in pieces. */
export const derAlone: Check = ({ encoding }) =>
  encoding === "DER" ? [] : [{ at: "pfx", message: "It is BER; only DER is read." }];

/** Nothing behind the PFX, not even a line break. */
export const nothingBehind: Check = ({ trailingBytes }) =>
  trailingBytes === 0 ? [] : [{ at: "pfx", message: "Bytes follow the PFX." }];

/** A bound on the content infos of a file. */
export const contentsAtMost =
  (most: number): Check =>
  ({ contents }) =>
    contents <= most
      ? []
      : [{ at: "authSafe", message: `It has ${contents} content infos; at most ${most} are read.` }];

/** No SafeContents inside a SafeContents (RFC 7292 section 4.2.6). */
export const nothingNested: Check = ({ bags }) =>
  bags
    .filter(({ at }) => /safeBag.*safeBag/.test(at))
    .map(({ at }) => ({ at, message: "Nested SafeContents are left out." }));
