/** The file holds bags that are neither keys nor X.509 certificates. */
import { describeOid, OID } from "../../asn1/oids.js";
import type { Bag } from "../../pkcs12/open-content.js";
import type { Rule } from "../finding.js";
import { namePlaces } from "../protection.js";
import { REPACK } from "../repack.js";

/** `other-content` */
export const otherContent: Rule = {
  id: "other-content",
  severity: { "api-connector": "info", "token-signing": "info", reader: "info" },
  evidence: "third-party",
  reference:
    "Measured with node-forge 1.4 and pkijs 4, which refuse such files; OpenSSL, Java and go-pkcs12 pass over the bag",
  summary: "The file also holds a secret, a revocation list or a bag of another type.",
  check({ opened: { pkcs12 } }) {
    const found = (pkcs12?.bags ?? []).flatMap((bag) => {
      const what = describeOther(bag);
      return what === undefined ? [] : [{ at: bag.at, what }];
    });
    const [first] = found;
    if (first === undefined) return [];
    const message = `The file holds ${first.what} at ${namePlaces(found)}: neither a key nor a certificate that can be used. Most readers pass over it, some refuse the file.`;
    return [{ at: first.at, message, fix: `If it is not needed, pack the file anew without it: ${REPACK}` }];
  },
};

/** What a bag is that nobody expects; `undefined` for keys and X.509 certificates. */
function describeOther(bag: Bag): string | undefined {
  switch (bag.kind) {
    case "secretBag":
      return "a secret";
    case "crlBag":
      return "a revocation list";
    case "unknownBag":
      return `a bag of type ${describeOid(bag.bagId)}`;
    case "certBag":
      return bag.certId === OID.x509Certificate ? undefined : `a certificate of type ${describeOid(bag.certId)}`;
    default:
      return undefined;
  }
}
