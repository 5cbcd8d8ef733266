/** PFX files in the place of those that redaction took away: they lead to the same verdict. */
import { encodeBase64 } from "../../bytes/base64.js";
import type { Json } from "../exchange.js";
import type { Upload } from "../model/upload-verdict.js";
import type { Credential, Material } from "../session/material.js";

const DAY_MS = 86_400_000;

/** `pkcs12Value` and `password`, those of them that are to be sent; or why there is nothing to send. */
export type Substitute = { readonly members: Json } | { readonly reason: string };

/** Makes files, each certificate of the recording once. */
export interface Substitutes {
  /**
   * @param sent - as it stands in the recording, with pseudonyms
   * @param offsetMs - from the time of the recording to that of the replay
   */
  readonly make: (sent: Json, upload: Upload, offsetMs: number, now: number) => Promise<Substitute>;
}

/** Substitutes of one replay. */
export function createSubstitutes(material: Material): Substitutes {
  const credentials = new Map<string, Credential>();
  const files = new Map<string, Json>();

  const credentialOf = async (
    upload: Upload,
    offsetMs: number,
    now: number,
    isIssued: boolean,
  ): Promise<Credential> => {
    if (upload.verdict !== "good") return await material.credential(now, -1, 30, isIssued);
    const known = credentials.get(upload.thumbprint);
    if (known !== undefined) return known;
    const [from, to] = [upload.notBefore, upload.notAfter].map((at) => (at * 1_000 + offsetMs - now) / DAY_MS);
    const made = await material.credential(now, from ?? 0, to ?? 0);
    credentials.set(upload.thumbprint, made);
    return made;
  };

  const make: Substitutes["make"] = async (sent, upload, offsetMs, now) => {
    const { pkcs12Value, password } = sent;
    const way = WAYS[upload.verdict === "good" ? "good" : upload.reason];
    if (way === undefined)
      return { reason: `no file can be made of which is known: ${upload.verdict === "good" ? "" : upload.reason}` };
    if (way === "as it is") return { members: sent };
    if (way === "no text") return { members: { ...sent, pkcs12Value: 1 } };
    if (way === "no PFX")
      return { members: { ...sent, pkcs12Value: encodeBase64(new TextEncoder().encode("no PFX")) } };
    const name = JSON.stringify([pkcs12Value, password]);
    const known = files.get(name);
    if (known !== undefined) return { members: known };
    const order = ORDERS[way];
    const credential = await credentialOf(upload, offsetMs, now, way === "foreign certificate");
    const typed = typeof password === "string" ? password : "a password";
    const dress = order === undefined ? {} : { order };
    const file = await material.upload(credential, way === "other password" ? `${typed}, another` : typed, dress);
    const members = {
      ...sent,
      pkcs12Value: file.pkcs12Value,
      ...(way === "password without text" ? { password: 1 } : {}),
    };
    files.set(name, members);
    return { members };
  };
  return { make };
}

type Way =
  | "good"
  | "as it is"
  | "no text"
  | "password without text"
  | "no PFX"
  | "other password"
  | "no key"
  | "foreign certificate";

/** How each verdict is brought about, by its reason (model/upload.ts). What redaction leaves is no base64 already. */
const WAYS: Readonly<Record<string, Way>> = {
  good: "good",
  "pkcs12Value is missing": "as it is",
  "pkcs12Value is no text": "no text",
  "pkcs12Value is no standard base64": "as it is",
  "password is missing, which the empty one is not": "good",
  "password is no text": "password without text",
  "no PFX": "no PFX",
  "the password does not open the file": "other password",
  "no private key in the file": "no key",
  "no certificate of the file's key": "foreign certificate",
};

const ORDERS: Readonly<Partial<Record<Way, readonly ("leaf" | "issuer" | "key")[]>>> = {
  "no key": ["leaf"],
  "foreign certificate": ["issuer", "key"],
};
