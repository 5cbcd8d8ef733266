/**
 * The commands that make a new file of an old one: our own first, where it does the whole of it, then those of others.
 * Checked with OpenSSL 3.0.22 and keytool 17. A key is never on disk in the clear, and no file is written over but those
 * that are named here: `key.pem` may be somebody's only copy.
 */
import type { OpenedFile } from "../credential/opened-file.js";
import { protectionOf } from "./protection.js";
import { troublesOf } from "./troubles.js";

/** The protection that every known reader takes; 2,048 iterations each. */
const COMMON_PROTECTION = "-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1";

/** Writes out what a file holds, whatever protects it; keys encrypted under the pass phrase that is asked for. */
export const UNPACK = "openssl pkcs12 -legacy -in old.pfx -out unpacked.pem";

/** Packs the first key of the input, its certificate before all others, and these in their order. */
export function pack(input: string, protection: string = COMMON_PROTECTION): string {
  return `openssl pkcs12 -export ${input} -out new.pfx ${protection}`;
}

/** Packs what was written out. */
export const PACK: string = pack("-in unpacked.pem");

/**
 * Packs the first key, its certificate and the other certificates anew with this protection. It goes through a file:
 * OpenSSL 3.0 reads its input twice, once for the key and once for the certificates, so a pipe fails.
 */
export function repackWith(protection: string): string {
  return `${UNPACK} && ${pack("-in unpacked.pem", protection)} && rm unpacked.pem`;
}

/** The same with the protection that every known reader takes. */
export const REPACK: string = repackWith(COMMON_PROTECTION);

/** What the two lines of OpenSSL lose; before it our own command, which loses nothing. */
const OR_OPENSSL = "; or with OpenSSL, which takes the first key alone and drops its name: ";

/** Our own command with the words that lead to the next. */
const OUR_OWN = new RegExp(`graph-certkit repack [^;]*${OR_OPENSSL}`);

/** Packs all bags as they are with the protection that every known reader takes, under the same password. */
export const REPACK_WHOLE: string = `graph-certkit repack old.pfx --protection graph --out new.pfx${OR_OPENSSL}${REPACK}`;

/** The same under a password that is asked for. */
export const REPACK_WITH_PASSWORD: string = REPACK_WHOLE.replace("--protection", "--passout prompt $&");

/** Packs what was written out, and the certificates in `issuers.pem` after it. */
export const PACK_WITH_ISSUERS: string = pack("-in unpacked.pem -certfile issuers.pem");

/** Packs the key that was written out with the certificate in `leaf.pem`, and those in `issuers.pem` in their order. */
export const PACK_IN_ORDER: string = pack("-inkey unpacked.pem -in leaf.pem -certfile issuers.pem");

/** Takes every key, each with its chain and nothing else. */
export const TAKE_CHAINS =
  "keytool -importkeystore -srckeystore old.pfx -srcstoretype PKCS12 -destkeystore new.pfx -deststoretype PKCS12";

/** Takes one key with its chain, by the name that `keytool -list -keystore old.pfx` shows for it. */
export const TAKE_ONE: string = `${TAKE_CHAINS} -srcalias NAME`;

/**
 * Gives each fix its commands as this very file needs them. OpenSSL calls the password of a file with PBMAC1 wrong before
 * version 3.4, so it is told not to look at the MAC, which has been looked at here; and it packs keys without certificates,
 * or the reverse, only where it is told to. Our own command packs only what it could open to the last part.
 */
export function fitToFile(opened: OpenedFile): (fix: string) => string {
  const { keys, certificates } = opened;
  const isPbmac1 = protectionOf(opened)?.mac?.kind === "pbmac1";
  const isWhole = troublesOf(opened).length === 0;
  const lack = keys.length === 0 ? " -nokeys" : certificates.length === 0 ? " -nocerts" : "";
  return (fix) =>
    fix
      .replace(OUR_OWN, isWhole ? "$&" : "")
      .replaceAll("-in old.pfx", isPbmac1 ? "-nomacver $&" : "$&")
      .replaceAll("-export -in unpacked.pem", isWhole ? `-export${lack} -in unpacked.pem` : "$&");
}
