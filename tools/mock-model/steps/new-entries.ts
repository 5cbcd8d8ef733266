/** A certificate that the caller brings: how its entries are sent, what is wrong with them, what is kept of them. */
import fc from "fast-check";
import { encodeBase64 } from "../../../src/bytes/base64.js";
import { decodeHex } from "../../../src/bytes/hex.js";
import { assertThat } from "../assertions.js";
import { mostly } from "../command.js";
import type { ExpectedState, Key, Members, Password } from "../expected-state.js";
import type { Problem } from "../problems.js";
import type { Sample } from "../samples.js";

/** What is chosen for one certificate: `sound` and `right` mostly. */
export interface Choice {
  readonly file: number;
  readonly verify: "sound" | "pfx" | "garbage" | "null" | "url-safe";
  readonly password: "right" | "wrong" | "empty" | "absent";
  readonly identifier: "absent" | "own" | "empty" | "too long";
  readonly dates: "absent" | "inside" | "outside" | "reversed";
  readonly displayName: string | null | undefined;
}

/** Choices. */
export const newEntries: fc.Arbitrary<Choice> = fc.record({
  file: fc.nat(5),
  verify: mostly<Choice["verify"]>(fc.constant("sound"), "pfx", "garbage", "null", "url-safe"),
  password: mostly<Choice["password"]>(fc.constant("right"), "wrong", "empty", "absent"),
  identifier: mostly<Choice["identifier"]>(fc.constantFrom("absent", "own"), "empty", "too long"),
  dates: mostly<Choice["dates"]>(fc.constantFrom("absent", "inside"), "outside", "reversed"),
  displayName: fc.constantFrom(undefined, null, "my key", "x".repeat(120)),
});

/** The three entries on their way and as they are kept. */
export interface NewEntries {
  readonly sign: Members;
  readonly verify: Members;
  /** `undefined` where it is left out. */
  readonly password: Members | undefined;
  readonly kept: { readonly sign: Key; readonly verify: Key; readonly password: Password };
  readonly ofSign: readonly Problem[];
  readonly ofVerify: readonly Problem[];
  readonly ofPassword: readonly Problem[];
}

/** Makes them, with two keyIds that nobody has had. */
export function makeEntries(choice: Choice, sample: Sample, state: ExpectedState): NewEntries {
  const [signId, verifyId] = [freshKeyId(state), freshKeyId(state)];
  const { thumbprint, notBefore, notAfter } = sample.uploaded;
  const identifiers = {
    absent: undefined,
    own: encodeBase64(new TextEncoder().encode(`${signId.slice(-12)} of our own`)),
    empty: "",
    "too long": encodeBase64(new Uint8Array(33)),
  };
  const dates = datesOf(choice.dates, notBefore, notAfter);
  const customKeyIdentifier = identifiers[choice.identifier];
  const shared = { customKeyIdentifier, displayName: choice.displayName, ...dates };
  const certificates = {
    sound: encodeBase64(sample.certificate),
    pfx: sample.pfx,
    garbage: "AAECAw==",
    null: null,
    "url-safe": "MII_-w==",
  };
  const secretText = { right: sample.password, wrong: "wrong", empty: "", absent: undefined }[choice.password];
  const stored = {
    customKeyIdentifier: customKeyIdentifier ?? encodeBase64(decodeHex(thumbprint, "thumbprint")),
    displayName: (choice.displayName ?? sample.subject).slice(0, 90),
    startDateTime: dates.startDateTime ?? writeSeconds(notBefore),
    endDateTime: dates.endDateTime ?? writeSeconds(notAfter),
  };
  const bad: readonly Problem[] = [
    ...(["empty", "too long"].includes(choice.identifier) ? (["identifier"] as const) : []),
    ...(["outside", "reversed"].includes(choice.dates) ? (["keyEnd"] as const) : []),
  ];
  const ofKey = {
    sound: [],
    pfx: ["usage"],
    garbage: ["badCertificate"],
    null: ["keyMissing"],
    "url-safe": ["binary"],
  };
  const isOpened = choice.password === "right" && sample.password !== "";
  const certificate = certificates[choice.verify];
  return {
    sign: { ...shared, keyId: signId.toUpperCase(), type: "X509CertAndPassword", usage: "Sign", key: sample.pfx },
    verify: { ...shared, keyId: verifyId, type: "AsymmetricX509Cert", usage: "Verify", key: certificate },
    password: secretText === undefined ? undefined : { ...shared, keyId: signId, secretText },
    kept: {
      sign: { ...stored, keyId: signId, usage: "Sign", key: null },
      verify: { ...stored, keyId: verifyId, usage: "Verify", key: certificate },
      password: { ...stored, keyId: signId, hint: null },
    },
    ofSign: isOpened ? bad : ["usage", ...bad],
    ofVerify: [...(ofKey[choice.verify] as Problem[]), ...bad],
    ofPassword: secretText === "" ? ["newPassword"] : [],
  };
}

/** A keyId of the caller's. */
export function freshKeyId({ ids }: ExpectedState): string {
  const id = `abcdef00-0000-4000-8000-${String(ids.size).padStart(12, "0")}`;
  assertThat(!ids.has(id), "the model gave a keyId twice");
  ids.add(id);
  return id;
}

function datesOf(
  choice: Choice["dates"],
  notBefore: number,
  notAfter: number,
): { readonly startDateTime?: string; readonly endDateTime?: string } {
  const inside = writeSeconds(notBefore + 3600);
  switch (choice) {
    case "absent":
      return {};
    case "inside":
      return { startDateTime: inside, endDateTime: writeSeconds(notAfter - 3600).replace("Z", ".1234500Z") };
    case "outside":
      return { startDateTime: inside, endDateTime: writeSeconds(notAfter + 1) };
    case "reversed":
      return { startDateTime: inside, endDateTime: inside };
  }
}

function writeSeconds(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
}
