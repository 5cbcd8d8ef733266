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

const MD5_WITH_RSA = "1.2.840.113549.1.1.4";
const MD2_WITH_RSA = "1.2.840.113549.1.1.2";

const leaf = certBag(soundLeaf({ issuer: "intermediate" }));
const oldIntermediate = certBag(
  authority("intermediate", { key: KEYS.third, issuer: "root", signatureAlgorithm: MD5_WITH_RSA }),
);
const oldRoot = certBag(authority("root", { signatureAlgorithm: MD5_WITH_RSA }));

export const cases: RuleCases = {
  catches: [
    { name: "MD5", file: withLeaf({ signatureAlgorithm: MD5_WITH_RSA }), says: warning(LEAF_AT) },
    { name: "MD2", file: withLeaf({ signatureAlgorithm: MD2_WITH_RSA }), says: warning(LEAF_AT) },
    { name: "in the chain", file: bags(leaf, oldIntermediate, root, soundKey), says: warning(SECOND_AT) },
    { name: "self-signed", file: withOwnLeaf({ signatureAlgorithm: MD5_WITH_RSA }), says: info(LEAF_AT) },
    {
      name: "for token signing",
      target: "token-signing",
      file: withLeaf({ signatureAlgorithm: MD5_WITH_RSA }),
      says: warning(LEAF_AT),
    },
  ],
  leaves: [
    sound,
    { name: "a root", file: bags(certBag(soundLeaf()), oldRoot, soundKey) },
    { name: "SHA-1", file: withLeaf({ signatureAlgorithm: SHA1_WITH_RSA }) },
    { name: "for a reader", target: "node-20", file: withLeaf({ signatureAlgorithm: MD5_WITH_RSA }) },
    strangers({ signatureAlgorithm: MD5_WITH_RSA }),
  ],
};
