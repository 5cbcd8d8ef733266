/** Files for the rule of this name. */
import { KEYS } from "../../credential/certificate-writer.js";
import { certBag } from "../../credential/pfx-writer.js";
import type { RuleCases } from "../rule-case.js";
import {
  authority,
  LEAF_AT,
  root,
  SECOND_AT,
  SHA1_WITH_RSA,
  sound,
  soundKey,
  soundLeaf,
  strangers,
  withLeaf,
  withOwnLeaf,
} from "../sample-credentials.js";
import { bags, info, warning } from "../sample-files.js";

/** Without parameters: the hash is SHA-1 then (RFC 4055 section 3.1). */
const RSA_PSS = "1.2.840.113549.1.1.10";
const ECDSA_WITH_SHA1 = "1.2.840.10045.4.1";
const MD5_WITH_RSA = "1.2.840.113549.1.1.4";

const leaf = certBag(soundLeaf({ issuer: "intermediate" }));
const [oldIntermediate, intermediate] = [SHA1_WITH_RSA, undefined].map((signatureAlgorithm) =>
  certBag(authority("intermediate", { key: KEYS.third, issuer: "root", signatureAlgorithm })),
) as [Uint8Array, Uint8Array];
const oldRoot = certBag(authority("root", { signatureAlgorithm: SHA1_WITH_RSA }));

export const cases: RuleCases = {
  catches: [
    { name: "RSA", file: withLeaf({ signatureAlgorithm: SHA1_WITH_RSA }), says: warning(LEAF_AT) },
    { name: "ECDSA", file: withLeaf({ signatureAlgorithm: ECDSA_WITH_SHA1 }), says: warning(LEAF_AT) },
    { name: "RSASSA-PSS by default", file: withLeaf({ signatureAlgorithm: RSA_PSS }), says: warning(LEAF_AT) },
    { name: "in the chain", file: bags(leaf, oldIntermediate, root, soundKey), says: warning(SECOND_AT) },
    { name: "self-signed", file: withOwnLeaf({ signatureAlgorithm: SHA1_WITH_RSA }), says: info(LEAF_AT) },
    {
      name: "for token signing",
      target: "token-signing",
      file: withLeaf({ signatureAlgorithm: SHA1_WITH_RSA }),
      says: info(LEAF_AT),
    },
  ],
  leaves: [
    sound,
    { name: "a root", file: bags(leaf, intermediate, oldRoot, soundKey) },
    { name: "MD5", file: withLeaf({ signatureAlgorithm: MD5_WITH_RSA }) },
    {
      name: "in the chain, for token signing",
      target: "token-signing",
      file: bags(leaf, oldIntermediate, root, soundKey),
    },
    { name: "for a reader", target: "node-20", file: withLeaf({ signatureAlgorithm: SHA1_WITH_RSA }) },
    strangers({ signatureAlgorithm: SHA1_WITH_RSA }),
  ],
};
