/** The key is not of the type that the documentation names. */
import { OID } from "../../asn1/oids.js";
import type { Observation, Rule, Target } from "../finding.js";
import { leadingCertificate } from "../judged.js";
import { renew } from "../renew.js";

/** What the documentation names and Graph itself makes. */
const NAMED: ReadonlySet<string> = new Set([OID.rsaEncryption, OID.rsa]);

/** Keys for key agreement and encryption: no signature can be made with them. */
const CANNOT_SIGN: ReadonlySet<string> = new Set([
  OID.rsaOaep,
  OID.dhPublicNumber,
  OID.dhKeyAgreement,
  OID.ecDh,
  OID.ecMqv,
  OID.x25519,
  OID.x448,
  OID.mlKem512,
  OID.mlKem768,
  OID.mlKem1024,
]);

/** `key-type` */
export const keyType: Rule = {
  id: "key-type",
  severity: { "api-connector": "warning", "token-signing": "warning", reader: null },
  evidence: "hypothesis",
  reference:
    "https://learn.microsoft.com/azure/active-directory-b2c/secure-rest-api recommends RSA 2048; no page says that other keys are refused",
  summary: "The key is no RSA key, or cannot sign at all.",
  check({ opened, target }) {
    const leading = leadingCertificate(opened);
    if (leading === undefined) return [];
    const { oid, algorithm } = leading.certificate.publicKey;
    if (NAMED.has(oid)) return [];
    const judged = CANNOT_SIGN.has(oid) ? cannotSign(algorithm, target) : notNamed(algorithm, target);
    return [{ at: leading.at, fix: renew(target), ...judged }];
  },
};

function notNamed(algorithm: string, target: Target): Omit<Observation, "at" | "fix"> {
  if (target !== "token-signing") {
    const message = `The key is ${algorithm}. The documentation of API connectors recommends RSA of 2048 bits and names no other type; whether another works is not documented.`;
    return { message };
  }
  const message = `The key is ${algorithm}. Graph itself and the documentation have RSA keys of 2048 bits for token signing; whether another type works is not documented.`;
  const reference =
    "https://learn.microsoft.com/graph/application-saml-sso-configure-api; no page says that other keys are refused";
  return { message, reference };
}

function cannotSign(algorithm: string, target: Target): Omit<Observation, "at" | "fix"> {
  const [inability, reference] =
    target === "token-signing"
      ? ["it can sign no token", "RFC 5280 section 4.2.1.3"]
      : ["it cannot authenticate a TLS client (CertificateVerify)", "RFC 8446 sections 4.2.3 and 4.4.3"];
  const message = `The key is ${algorithm}, a type for key agreement or encryption that makes no signatures: ${inability}.`;
  return { message, severity: "error", evidence: "standard", reference };
}
