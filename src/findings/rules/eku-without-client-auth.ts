/** The certificate names purposes, and authentication of clients is not among them. */
import { oidName } from "../../asn1/oids.js";
import { readExtKeyUsage } from "../../x509/key-usage.js";
import type { Rule } from "../finding.js";
import { leadingCertificate } from "../judged.js";
import { renew } from "../renew.js";

/** clientAuth and anyExtendedKeyUsage (RFC 5280 section 4.2.1.12). */
const FITTING: ReadonlySet<string> = new Set(["1.3.6.1.5.5.7.3.2", "2.5.29.37.0"]);

/** More names than this say nothing to a reader. */
const MOST_NAMES = 5;

/** `eku-without-client-auth` */
export const ekuWithoutClientAuth: Rule = {
  id: "eku-without-client-auth",
  // Token signing is no TLS: no purpose is defined for it.
  severity: { "api-connector": "warning", "token-signing": null, reader: null },
  evidence: "standard",
  reference: "RFC 5280 section 4.2.1.12: where purposes are named, the certificate is for no other",
  summary: "The certificate is limited to other purposes than TLS client authentication (extKeyUsage).",
  check({ opened, target }) {
    const leading = leadingCertificate(opened);
    const purposes = leading && readExtKeyUsage(leading.certificate)?.value;
    if (leading === undefined || purposes === undefined) return [];
    if (purposes.some((purpose) => FITTING.has(purpose))) return [];
    const names = purposes.slice(0, MOST_NAMES).map((purpose) => oidName(purpose) ?? purpose);
    const list = [...names, ...(purposes.length > MOST_NAMES ? ["…"] : [])].join(", ");
    const message = `The certificate is limited to other purposes (${list || "none"}) than the authentication of TLS clients: servers that check purposes refuse it. Whether Graph does is not documented.`;
    return [{ at: leading.at, message, fix: renew(target) }];
  },
};
