/**
 * One password as typed, in the encodings that writers of PFX files give it.
 *
 * RFC 7292 App. B.1 wants a BMPString with a terminating zero character; RFC 8018 leaves the encoding to the
 * application, which by RFC 7292 and 9879 means UTF-8. The rest are mistakes of real writers, tried last and reported
 * by name, because the file is there and its owner knows the password.
 */

/**
 * How a password was turned into bytes:
 * - `bmp-string`: UTF-16BE and two zero bytes (characters outside the BMP as surrogate pairs, as OpenSSL and Java do)
 * - `none`: no bytes at all, which is what most writers mean by an empty password
 * - `utf-8`
 * - `utf-8-as-bmp-string`: each UTF-8 byte as a character of its own (OpenSSL 1.0, gpgsm)
 * - `utf-8-7-bit-as-bmp-string`: the same, less the high bit of each byte (keytool's legacy ciphers, never its MAC)
 * - `latin-1`: one byte for each character; what lies beyond Latin-1 as node-forge treats it (PBES2)
 * - `nfc` and `nfd`: the right encoding of the other Unicode normalisation form (typed on another system)
 */
export type PasswordForm =
  | "bmp-string"
  | "none"
  | "utf-8"
  | "utf-8-as-bmp-string"
  | "utf-8-7-bit-as-bmp-string"
  | "latin-1"
  | "nfc"
  | "nfd";

/** One attempt: the bytes, how they came to be, and whether the standard has it so. */
export interface PasswordCandidate {
  readonly form: PasswordForm;
  readonly bytes: Uint8Array;
  /** True for an encoding that breaks the standard of the scheme it is used with. */
  readonly misencoded: boolean;
}

/** Candidates for the key derivation of RFC 7292 App. B, best first. */
export function pkcs12Passwords(password: string): readonly PasswordCandidate[] {
  if (password === "") {
    // Tools disagree on what an empty password is: no bytes (OpenSSL, NSS) or the terminator alone (Windows, Java).
    return [
      { form: "none", bytes: new Uint8Array(0), misencoded: false },
      { form: "bmp-string", bytes: bmpString(""), misencoded: false },
    ];
  }
  return distinct([
    { form: "bmp-string", bytes: bmpString(password), misencoded: false },
    { form: "utf-8-as-bmp-string", bytes: bmpString(bytesAsText(utf8(password))), misencoded: true },
    {
      form: "utf-8-7-bit-as-bmp-string",
      bytes: bmpString(bytesAsText(utf8(password).map((byte) => byte & 0x7f))),
      misencoded: true,
    },
    { form: "nfc", bytes: bmpString(password.normalize("NFC")), misencoded: true },
    { form: "nfd", bytes: bmpString(password.normalize("NFD")), misencoded: true },
  ]);
}

/** Candidates for PBKDF1, PBKDF2 and scrypt (RFC 8018, 7914), best first. */
export function pkcs5Passwords(password: string): readonly PasswordCandidate[] {
  return distinct([
    { form: "utf-8", bytes: utf8(password), misencoded: false },
    { form: "latin-1", bytes: forgeBytes(password), misencoded: true },
    { form: "bmp-string", bytes: bmpString(password), misencoded: true },
    { form: "nfc", bytes: utf8(password.normalize("NFC")), misencoded: true },
    { form: "nfd", bytes: utf8(password.normalize("NFD")), misencoded: true },
  ]);
}

/** One password in the standards' encodings. */
export interface EncodedPassword {
  /** For the derivation of RFC 7292 App. B: the empty password is the terminator alone. */
  readonly pkcs12: Uint8Array;
  /** For PBKDF2. */
  readonly pkcs5: Uint8Array;
}

/**
 * Encodes as writers should, for one that is to be written with; must be well-formed, since UTF-8 has nothing for half
 * of a surrogate pair.
 */
export function encodePassword(password: string): EncodedPassword {
  return { pkcs12: bmpString(password), pkcs5: utf8(password) };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/**
 * Latin-1 as node-forge's byte buffers have it: they read four UTF-16 units at a time into a word, and the high byte of
 * a unit beyond Latin-1 ends up in the byte before it.
 */
function forgeBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const spilt = i % 4 === 3 || i + 1 === text.length ? 0 : text.charCodeAt(i + 1) >> 8;
    bytes[i] = text.charCodeAt(i) ^ spilt;
  }
  return bytes;
}

function bytesAsText(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function bmpString(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2 + 2);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes[2 * i] = unit >> 8;
    bytes[2 * i + 1] = unit & 0xff;
  }
  return bytes;
}

/** Drops candidates whose bytes an earlier one has: for an ASCII password most forms are the same. */
function distinct(candidates: readonly PasswordCandidate[]): readonly PasswordCandidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ bytes }) => {
    const key = bytes.join();
    return seen.size < seen.add(key).size;
  });
}
