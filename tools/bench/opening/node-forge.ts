/** node-forge as its README opens a PFX: parsed with the password, then asked for its bags. */
import { createHash } from "node:crypto";
import forge from "node-forge";
import type { Contender } from "./contender.js";
import { FORGE } from "./contender.js";

/** It computes App. B in JavaScript and PBKDF2 through Node's crypto. */
export const forgeContender: Contender = {
  name: FORGE,
  open: (bytes, password) => {
    const tree = forge.asn1.fromDer(forge.util.createBuffer(bytes));
    const pfx = forge.pkcs12.pkcs12FromAsn1(tree, password);
    const bagsOf = (bagType: string): readonly forge.pkcs12.Bag[] => pfx.getBags({ bagType })[bagType] ?? [];
    const certificate = bagsOf(forge.pki.oids["certBag"] ?? "")[0]?.cert;
    const der = certificate && forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes();
    return {
      thumbprint: der && createHash("sha1").update(der, "binary").digest("hex").toUpperCase(),
      hasPrivateKey: bagsOf(forge.pki.oids["pkcs8ShroudedKeyBag"] ?? "").some(({ key }) => key !== undefined),
    };
  },
};
