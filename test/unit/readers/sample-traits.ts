/** The traits of a file that every reader takes but for its AES, changed in one place by each test. */
import type { Check } from "../../../src/readers/check.js";
import type { FileTraits } from "../../../src/readers/file-traits.js";

type Mac = NonNullable<FileTraits["mac"]>;
type Encryption = FileTraits["encryptions"][number];

export function mac(changes: Partial<Mac> = {}): Mac {
  return {
    at: "macData",
    kind: "hmac",
    digest: "SHA-256",
    iterations: 2048,
    saltBytes: 8,
    passwordForm: "bmp-string",
    misencoded: false,
    ...changes,
  };
}

export function encryption(changes: Partial<Encryption> = {}): Encryption {
  return {
    at: "authSafe[0]",
    scheme: "PBES2",
    cipher: "AES-256-CBC",
    kdf: "PBKDF2",
    prf: "HMAC-SHA-256",
    iterations: 2048,
    passwordForm: "utf-8",
    misencoded: false,
    ...changes,
  };
}

/** pbeWithSHAAnd40BitRC2-CBC. */
export const rc2 = (changes: Partial<Encryption> = {}): Encryption =>
  encryption({
    scheme: "pbeWithSHAAnd40BitRC2-CBC",
    cipher: "RC2-40-CBC",
    kdf: "PKCS12-KDF",
    prf: "SHA-1",
    passwordForm: "bmp-string",
    ...changes,
  });

/** Nothing in it, and nothing to refuse. */
export function traits(changes: Partial<FileTraits> = {}): FileTraits {
  return {
    encoding: "DER",
    trailingBytes: 0,
    mac: mac(),
    encryptions: [encryption()],
    bags: [],
    layers: [],
    passwordCharacters: "ascii",
    isPasswordEmpty: false,
    certificates: [],
    keys: [],
    unreadable: [],
    isWhole: true,
    contents: 2,
    ...changes,
  };
}

/** The places that a check names. */
export const places = (check: Check, changes: Partial<FileTraits> = {}): readonly string[] =>
  check(traits(changes)).map(({ at }) => at);
