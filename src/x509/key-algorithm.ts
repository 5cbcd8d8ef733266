/** The algorithm of a key, public or private: what people call it and what its parameters say. */
import { readAlgorithmIdentifier } from "../asn1/algorithm-identifier.js";
import type { BerNode } from "../asn1/ber.js";
import { OID, oidName } from "../asn1/oids.js";
import { readSequence } from "../asn1/values.js";
import { MalformedError } from "../errors.js";
import type { EcCurve } from "./ec-parameters.js";
import { decodeEcParameters } from "./ec-parameters.js";
import { bitLength } from "./unsigned.js";

/** Keys that are read in the same way. */
export type KeyFamily = "rsa" | "ec" | "octets" | "dsa" | "dh" | "other";

/** What an AlgorithmIdentifier says of a key. */
export interface KeyAlgorithm {
  readonly oid: string;
  readonly family: KeyFamily;
  /** Such as `RSA`, `RSASSA-PSS`, `EC P-256`, `EC (explicit parameters)`, `Ed25519`, `DSA`, or the dotted identifier. */
  readonly name: string;
  /** Size of the key where algorithm and parameters alone say it: the field of a curve, the prime of DSA and DH. */
  readonly bits: number | undefined;
  readonly curve: EcCurve | undefined;
  /** The parameters as they lie in the file; `undefined` where they are absent or NULL. */
  readonly parameters: BerNode | undefined;
}

const FAMILIES: Readonly<Record<string, KeyFamily>> = {
  [OID.rsaEncryption]: "rsa",
  [OID.rsa]: "rsa",
  [OID.rsaOaep]: "rsa",
  [OID.rsaPss]: "rsa",
  [OID.ecPublicKey]: "ec",
  [OID.ecDh]: "ec",
  [OID.ecMqv]: "ec",
  [OID.ed25519]: "octets",
  [OID.ed448]: "octets",
  [OID.x25519]: "octets",
  [OID.x448]: "octets",
  [OID.dsa]: "dsa",
  [OID.dhKeyAgreement]: "dh",
  [OID.dhPublicNumber]: "dh",
};

/** Bits of the fields of RFC 7748's curves, which RFC 8032 uses too. */
const OCTETS_BITS: Readonly<Record<string, number>> = {
  [OID.ed25519]: 255,
  [OID.x25519]: 255,
  [OID.ed448]: 448,
  [OID.x448]: 448,
};

/**
 * Reads an AlgorithmIdentifier of a key. Parameters that cannot be read are as good as none: the key keeps its name.
 * @param inner - EC parameters that stand in an ECPrivateKey; they count where the AlgorithmIdentifier has none
 * @throws {MalformedError} `ERR_ASN1_UNEXPECTED` for something that is no AlgorithmIdentifier
 */
export function decodeKeyAlgorithm(node: BerNode | undefined, at: string, inner?: BerNode): KeyAlgorithm {
  const { oid, parameters } = readAlgorithmIdentifier(node, at);
  const family = FAMILIES[oid] ?? "other";
  const name = oidName(oid) ?? oid;
  const base = { oid, family, parameters, curve: undefined };
  switch (family) {
    case "ec": {
      const described = parameters ?? inner;
      const curve = described && readable(() => decodeEcParameters(described, at));
      return { ...base, parameters: described, name: ecName(curve), bits: curve?.bits, curve };
    }
    case "dsa":
    case "dh": {
      const prime = parameters && readable(() => readSequence(parameters, at)[0]);
      return { ...base, name, bits: prime && bitLength(prime.content) };
    }
    case "rsa":
    case "octets":
    case "other":
      return { ...base, name, bits: OCTETS_BITS[oid] };
  }
}

function ecName(curve: EcCurve | undefined): string {
  if (curve === undefined) return "EC";
  return curve.isExplicit ? "EC (explicit parameters)" : `EC ${curve.name}`;
}

function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof MalformedError) return undefined;
    throw error;
  }
}
