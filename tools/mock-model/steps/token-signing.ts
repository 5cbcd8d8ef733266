/** The step addTokenSigningCertificate: what was minted is read from its DER and held against what was asked for. */
import type { AsyncCommand } from "fast-check";
import fc from "fast-check";
import { encodeBase64 } from "../../../src/bytes/base64.js";
import { decodeHex } from "../../../src/bytes/hex.js";
import { parseDateTime } from "../../../src/graph/date-time.js";
import { addYears } from "../../../src/x509/calendar.js";
import { parseCertificate } from "../../../src/x509/certificate.js";
import { formatName } from "../../../src/x509/name.js";
import { thumbprint } from "../../../src/x509/thumbprint.js";
import { assertEqual, assertThat } from "../assertions.js";
import { choices, choose, commands, mostly, NOBODY, takeId, withoutContext } from "../command.js";
import type { Credential, ExpectedState, Members } from "../expected-state.js";
import { isRefused } from "../problems.js";
import { writeNow } from "../views.js";
import type { World } from "../world.js";
import { bytesOf } from "./bytes.js";

/** Names with what must become of them, the last three bad: the subject as RFC 4514 writes it, or a refusal. */
const NAMES: readonly (readonly [sent: string | undefined, subject: string | undefined])[] = [
  [undefined, "CN=Microsoft Azure Federated SSO Certificate"],
  ["CN=AWSContoso", "CN=AWSContoso"],
  ["cn=test cert", "CN=test cert"],
  ["CN=Ünïcode", "CN=Ünïcode"],
  [`CN=${"x".repeat(100)}`, `CN=${"x".repeat(100)}`],
  ["AWSContoso", undefined],
  ["CN=", undefined],
  ["CN=a,O=b", undefined],
];

const DAY = 86_400_000;

/** Ends with what they are, the last four bad. */
const ENDS: readonly (readonly [
  kind: "default" | "sound" | "bad date" | "bad form",
  at: (now: number) => string | undefined,
])[] = [
  ["default", () => undefined],
  ["sound", (now) => new Date(now + 90 * DAY).toISOString()],
  ["sound", (now) => new Date(now + DAY).toISOString().replace(/\.\d+Z/, ".1234567+02:00")],
  ["sound", (now) => addYears(new Date(now), 3).toISOString()],
  ["bad date", (now) => new Date(now).toISOString()],
  ["bad date", (now) => new Date(addYears(new Date(now), 3).getTime() + 1).toISOString()],
  ["bad form", () => "next year"],
  ["bad form", () => "2027-02-30T00:00:00Z"],
];

export const addTokenSigningCertificate: fc.Arbitrary<AsyncCommand<ExpectedState, World>> = commands(
  "addTokenSigningCertificate",
  fc.tuple(choices, mostly(fc.nat(4), 5, 6, 7), mostly(fc.nat(3), 4, 5, 6, 7), fc.boolean()),
  async ([choice, nameIndex, endIndex, isByAppId], state, { send }) => {
    const found = choose(state.principals, choice);
    const [displayName, subject] = NAMES[nameIndex] ?? [];
    const [kind = "default", at] = ENDS[endIndex] ?? [];
    const endDateTime = at?.(state.now);
    const key = isByAppId ? `(appId='${found?.appId ?? NOBODY}')` : `/${found?.id ?? NOBODY}`;
    const path = `/servicePrincipals${key}/${isByAppId ? "microsoft.graph." : ""}addTokenSigningCertificate`;
    const answer = await send("POST", path, { displayName, endDateTime });
    const isRefusal = isRefused(answer, [
      ...(found === undefined ? (["notFound"] as const) : []),
      ...(subject === undefined ? (["subjectName"] as const) : []),
      ...(kind === "bad date" ? (["endDate"] as const) : kind === "bad form" ? (["dateForm"] as const) : []),
    ]);
    if (isRefusal || found === undefined || subject === undefined) return "refused";

    const minted = withoutContext(answer.json, "microsoft.graph.selfSignedCertificate");
    const end =
      endDateTime === undefined
        ? writeNow(addYears(new Date(state.now), 3).getTime())
        : parseDateTime(endDateTime, "end").text;
    const keyText = String(minted["key"]);
    const der = bytesOf(keyText);
    checkCertificate(der, subject, end, state.now);
    const digest = thumbprint(der);
    const customKeyIdentifier = encodeBase64(decodeHex(digest, "digest"));
    const keyId = takeId(minted["keyId"], state);
    assertEqual(answer.status, 200, "status");
    assertEqual(
      minted,
      {
        customKeyIdentifier,
        displayName: displayName ?? subject,
        endDateTime: end,
        key: keyText,
        keyId,
        startDateTime: writeNow(state.now),
        thumbprint: digest,
        type: "AsymmetricX509Cert",
        usage: "Verify",
      },
      "minted",
    );
    const shared: Omit<Credential, "keyId"> = {
      customKeyIdentifier,
      displayName: subject.slice(0, 90),
      startDateTime: writeNow(state.now),
      endDateTime: end,
    };
    const { json } = await send("GET", `/servicePrincipals/${found.id}?$select=keyCredentials`);
    const entries = json["keyCredentials"] as readonly Members[];
    const verify = entries.find((it) => it["usage"] === "Verify" && it["customKeyIdentifier"] === customKeyIdentifier);
    found.keys = [
      ...found.keys,
      { ...shared, keyId, usage: "Sign", key: null },
      { ...shared, keyId: takeId(verify?.["keyId"], state), usage: "Verify", key: keyText },
    ];
    found.passwords = [...found.passwords, { ...shared, keyId, hint: null }];
    return "done";
  },
);

/** Version 3, no extensions, eight octets of serial number, one common name, ten minutes before now to the end. */
function checkCertificate(der: Uint8Array, subject: string, end: string, now: number): void {
  const certificate = parseCertificate(der, "minted");
  const seconds = (ms: number): number => Math.floor(ms / 1000);
  const shape = {
    version: certificate.version,
    extensions: certificate.extensions.length,
    notBefore: seconds(certificate.notBefore.getTime()),
    notAfter: seconds(certificate.notAfter.getTime()),
  };
  const expected = {
    version: 3,
    extensions: 0,
    notBefore: seconds(now) - 600,
    notAfter: seconds(Number(parseDateTime(end, "end").ticks / 10_000n)),
  };
  assertEqual(shape, expected, "certificate");
  assertThat(certificate.trailingBytes === 0, "octets after the certificate");
  assertEqual(formatName(certificate.subject), subject, "subject");
  assertThat(certificate.serialNumber.length === 16, `a serial number of ${certificate.serialNumber}`);
}
