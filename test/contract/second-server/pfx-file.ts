/** What is in a PFX, by node-forge and Node alone. */
import { createHash } from "node:crypto";
import forge from "node-forge";
import { Refusal } from "./answer.js";

/** As it stands in a certificateList. */
export interface ReadFile {
  readonly thumbprint: string;
  readonly notBefore: number;
  readonly notAfter: number;
}

const { certBag = "", keyBag = "", pkcs8ShroudedKeyBag = "" } = forge.pki.oids;

/** @throws {Refusal} 400 for anything but a file that its password opens, with one key and a certificate of it */
export function readPfxFile(value: unknown, password: unknown): ReadFile {
  if (typeof value !== "string" || typeof password !== "string" || !/^[A-Za-z0-9+/]+={0,2}$/.test(value)) {
    throw new Refusal(400, "BadRequest", "pkcs12Value and password are needed.");
  }
  const file = open(value, password);
  const bags = (type: string): forge.pkcs12.Bag[] => file.getBags({ bagType: type })[type] ?? [];
  const keys = [...bags(keyBag), ...bags(pkcs8ShroudedKeyBag)].map(({ key }) => key as forge.pki.rsa.PrivateKey);
  const certificates = bags(certBag).flatMap(({ cert }) => (cert === undefined ? [] : [cert]));
  const own = certificates.find(({ publicKey }) => (publicKey as forge.pki.rsa.PublicKey).n.equals(keys[0]?.n ?? ONE));
  if (keys.length !== 1 || own === undefined) {
    throw new Refusal(400, "BadRequest", "The file needs one private key and its certificate.");
  }
  const der = Buffer.from(forge.asn1.toDer(forge.pki.certificateToAsn1(own)).getBytes(), "binary");
  return {
    thumbprint: createHash("sha1").update(der).digest("hex").toUpperCase(),
    notBefore: Math.floor(own.validity.notBefore.getTime() / 1000),
    notAfter: Math.floor(own.validity.notAfter.getTime() / 1000),
  };
}

const ONE = new forge.jsbn.BigInteger("1");

function open(value: string, password: string): forge.pkcs12.Pkcs12Pfx {
  try {
    return forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(forge.util.decode64(value)), false, password);
  } catch {
    throw new Refusal(400, "BadRequest", "The file does not open.");
  }
}
