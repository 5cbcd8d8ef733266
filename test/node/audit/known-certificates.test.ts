/** Certificates that Graph and the portal made, as entries like theirs: nothing is found. Other people's, so not committed. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { auditServicePrincipal } from "../../../src/audit/audit.js";
import { parseCertificate } from "../../../src/x509/certificate.js";
import { thumbprint } from "../../../src/x509/thumbprint.js";
import { announce } from "../../setup/announce.js";
import { base64OfHex, servicePrincipal, triple } from "../../unit/audit/sample-service-principal.js";

const folder = resolve(import.meta.dirname, "../../../../shared/certs");
const REAL = [
  ["a_graph_tsanton.der", true],
  ["b_portal_kaltura.der", false],
  ["c_portal_metadata2025.der", false],
  ["d_portal_onelogin2022.der", false],
] as const;
const found = REAL.filter(([file]) => existsSync(resolve(folder, file)));
if (found.length === 0) announce("skipped: no certificates of Graph beside the checkout");

describe.runIf(found.length > 0)("auditServicePrincipal", () => {
  it.each(found)("finds nothing wrong with %s", (file, isOfGraph) => {
    const der = new Uint8Array(readFileSync(resolve(folder, file)));
    const { notBefore, notAfter } = parseCertificate(der, file);
    // The action's own entries begin ten minutes after the certificate; the portal's identifiers have 32 octets.
    const start = new Date(notBefore.getTime() + (isOfGraph ? 600_000 : 0)).toISOString().replace("Z", "0000Z");
    const identifier = isOfGraph ? base64OfHex(thumbprint(der)) : base64OfHex("5A".repeat(32));
    const entries = triple({ der, start, end: notAfter.toISOString(), identifier, hasKey: true });
    const json = servicePrincipal([entries], { preferred: thumbprint(der) });
    const now = new Date((notBefore.getTime() + notAfter.getTime()) / 2);
    expect(auditServicePrincipal(json, { now })).toEqual([]);
    expect(auditServicePrincipal(json, { now: new Date(notAfter.getTime() + 1) })).toMatchObject([
      { id: "preferred-expired" },
    ]);
  });
});
