/** Runs one vector through the library and says what happened beside what its manifest expects. */
import { openFile } from "../../src/credential/open.js";
import type { OpenedCertificate, OpenedFile } from "../../src/credential/opened-file.js";
import type { CryptoProvider } from "../../src/crypto/provider.js";
import { ToolkitError, UnsupportedError } from "../../src/errors.js";
import { parsePkcs12 } from "../../src/pkcs12/parse.js";
import type { OwnVectorEntry, SharedVectorEntry, VectorCase } from "../setup/vector-case.js";
import type { Observation } from "./outcome.js";

/** A day on which the certificates that are meant to be valid are. */
const now = new Date("2026-06-01T00:00:00Z");

/** `own::id` or `shared::file`. */
export function vectorId(vector: VectorCase): string {
  return vector.set === "own" ? `own::${vector.entry.id}` : `shared::${vector.entry.file}`;
}

/** The whole file. */
export function vectorBytes({ base64 }: VectorCase): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** What happened. An error that is no {@link ToolkitError} is a divergence whatever the manifest says. */
export async function observe(vector: VectorCase, provider: CryptoProvider): Promise<Observation> {
  const id = vectorId(vector);
  try {
    return { id, ...(await observeEntry(vector, provider)) };
  } catch (error) {
    return { id, expected: "a result or a ToolkitError", actual: String(error), agrees: false };
  }
}

function observeEntry(vector: VectorCase, provider: CryptoProvider): Promise<Seen> {
  const bytes = vectorBytes(vector);
  if (vector.set === "shared") return observeShared(vector.entry, bytes, provider);
  const { expect } = vector.entry;
  if (expect === "ok") return observeGood(vector.entry, bytes, provider);
  return observeRefusal(expect, vector.entry.password, bytes, provider);
}

type Seen = Omit<Observation, "id">;
type ExpectedFailure = Exclude<OwnVectorEntry["expect"], "ok">;

async function observeGood(entry: OwnVectorEntry, bytes: Uint8Array, provider: CryptoProvider): Promise<Seen> {
  const opened = await openFile(bytes, { password: entry.password, provider, now });
  const first = firstError(opened);
  const actual = first ?? difference(describeOwn(opened), expectedOwn(entry));
  return { expected: "ok", actual, agrees: actual === "ok" };
}

/** The refusal of a strict reader: everything that cannot be read throws. */
async function observeRefusal(
  expect: ExpectedFailure,
  password: string | null,
  bytes: Uint8Array,
  provider: CryptoProvider,
): Promise<Seen> {
  const expected = [expect.code, expect.at, expect.oid].filter((part) => part !== undefined).join(" ");
  try {
    await parsePkcs12(bytes, { password, provider });
    return { expected, actual: "ok", agrees: false };
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    const at = expect.at === undefined ? undefined : error.at;
    const oid = expect.oid === undefined ? undefined : error instanceof UnsupportedError ? error.oid : "no OID";
    const actual = [error.code, at, oid].filter((part) => part !== undefined).join(" ");
    return { expected, actual, agrees: actual === expected };
  }
}

async function observeShared(entry: SharedVectorEntry, bytes: Uint8Array, provider: CryptoProvider): Promise<Seen> {
  const { expect: expected } = entry;
  const opened = await openFile(bytes, { password: entry.password, provider, now });
  const error = firstError(opened);
  const found = error ?? difference(describeShared(opened), expectedShared(entry));
  switch (expected) {
    case "malformed":
      return { expected, actual: error ?? "ok", agrees: error !== undefined };
    case "public-key":
      return { expected, actual: error ?? "ok", agrees: error === "ERR_PKCS12_PUBLIC_KEY_MODE" };
    // Readers may differ here: naming it is enough, and what is opened must be right.
    case "policy":
    case "quirk":
    case "exotic":
    case "two-passwords":
      return { expected, actual: found, agrees: found === "ok" || found === error };
    default:
      return { expected: expected === "no-cert" ? "ok" : expected, actual: found, agrees: found === "ok" };
  }
}

/** The code of what kept the file, or a part of it, from being opened. */
function firstError({ failure, unreadable }: OpenedFile): string | undefined {
  return failure?.code ?? unreadable[0]?.error.code;
}

function leafOf({ credentials, certificates }: OpenedFile): string {
  return (credentials[0]?.certificate ?? certificates[0])?.thumbprint ?? "none";
}

/** What is compared, as lines; the first that differs is reported. */
type Lines = readonly string[];

function describeOwn(opened: OpenedFile): Lines {
  const owned = new Set<OpenedCertificate>(opened.keys.flatMap((key) => key.certificates));
  return [
    ...opened.certificates.map((it) =>
      [
        it.thumbprint,
        it.certificate?.notBefore.toISOString(),
        it.certificate?.notAfter.toISOString(),
        owned.has(it) ? "with key" : "without key",
      ].join(" "),
    ),
    `${opened.keys.length} keys`,
    `leaf ${opened.credentials[0]?.certificate.thumbprint ?? "none"}`,
  ];
}

function expectedOwn(entry: OwnVectorEntry): Lines {
  const iso = (date: string): string => new Date(date).toISOString();
  return [
    ...entry.certificates.map((it) =>
      [it.thumbprint, iso(it.notBefore), iso(it.notAfter), it.hasPrivateKey ? "with key" : "without key"].join(" "),
    ),
    `${entry.keys} keys`,
    `leaf ${entry.leafThumbprint ?? "none"}`,
  ];
}

function asSet(thumbprints: readonly string[]): string {
  return [...new Set(thumbprints.map((it) => it.toUpperCase()))].sort().join(" ");
}

function describeShared(opened: OpenedFile): Lines {
  const isPaired = opened.keys.length === 0 || opened.certificates.length === 0 || opened.credentials.length > 0;
  return [
    `certificates ${asSet(opened.certificates.map((it) => it.thumbprint))}`,
    `${opened.keys.length} keys`,
    `${isPaired ? "" : "not "}paired`,
    `leaf ${leafOf(opened)}`,
  ];
}

function expectedShared({ oracle, leafThumbprintSha1, leafThumbprintsSha1 }: SharedVectorEntry): Lines {
  const quirks = Array.isArray(oracle["quirks"]) ? oracle["quirks"] : [];
  const leaves = leafThumbprintsSha1 ?? [leafThumbprintSha1 ?? "none"];
  return [
    `certificates ${asSet(oracle.thumbs ?? [])}`,
    `${oracle.keys ?? 0} keys`,
    quirks.includes("key-cert-mismatch") ? "not paired" : "paired",
    `leaf ${leaves.map((it) => (it === "none" ? it : it.toUpperCase())).join(" or ")}`,
  ];
}

/** `ok`, or the first line that differs. */
function difference(found: Lines, expected: Lines): string {
  for (let index = 0; index < Math.max(found.length, expected.length); index++) {
    const [is, should] = [found[index] ?? "nothing", expected[index] ?? "nothing"];
    if (is !== should && !should.startsWith("leaf ")) return `${is} instead of ${should}`;
    if (!should.slice("leaf ".length).split(" or ").includes(is.slice("leaf ".length)) && is !== should) {
      return `${is} instead of ${should}`;
    }
  }
  return "ok";
}
