/** Drawn inputs for single requests: what is valid must be taken, what is not must be refused, whatever it looks like. */
import fc from "fast-check";
import type { GeneratedScenario } from "../scenario.js";
import { CONNECTORS, createConnector, createPrincipal, mint, readConnector, upload } from "../scenario.js";
import type { Dress } from "../session/material.js";

const DAY_MS = 86_400_000;

const orders = () =>
  fc.option(
    fc.shuffledSubarray(["leaf", "issuer", "key"] as const, { minLength: 3 }).map((order): Dress["order"] => order),
    { nil: undefined },
  );

/** PFX files of any make, whole or damaged in one place. */
export const drawnUploads: GeneratedScenario = {
  id: "drawn-uploads",
  phase: "properties",
  modes: ["mock", "live"],
  needs: ["apiConnectors", "uploadClientCertificate"],
  plays: () =>
    fc
      .record({
        from: fc.integer({ min: -1_000, max: 20 }),
        days: fc.integer({ min: 1, max: 2_000 }),
        password: fc.string({ unit: "grapheme", maxLength: 12 }),
        protection: fc.constantFrom("graph" as const, "modern" as const, "pbmac1" as const),
        order: orders(),
        damage: fc.option(fc.nat({ max: 9_999 }), { nil: undefined, freq: 3 }),
      })
      .map(({ from, days, password, protection, order, damage }) => ({
        text: `a file valid from day ${from} for ${days}, ${protection}, ${order?.join("-") ?? "usual"}${damage === undefined ? "" : `, damaged at ${damage / 100} %`}`,
        play: async (stage) => {
          const { session, material } = stage;
          const id = await createConnector(stage, "contract: drawn");
          const credential = await material.credential(session.clock.now(), from, from + days, true);
          const file = await material.upload(credential, password, { protection, order });
          const at = Math.floor(((damage ?? 0) / 10_000) * file.pkcs12Value.length);
          // Cut off there: a file that lost its end is never a PFX.
          const cut = file.pkcs12Value.slice(0, at - (at % 4));
          await upload(stage, "upload", id, damage === undefined ? file : { ...file, pkcs12Value: cut });
        },
      })),
};

/** Parts of a path, escapes too (RFC 3986 section 3.3); fast-check's own take most of a second to be made. */
const segments = () => fc.stringMatching(/^[A-Za-z0-9._~!$&'()*+,;=:@-]{0,8}(?:%[2-7][0-9A-E])?$/);

/** Names and targets of connectors; texts of any characters. */
export const drawnConnectors: GeneratedScenario = {
  id: "drawn-connectors",
  phase: "properties",
  modes: ["mock", "live"],
  needs: ["apiConnectors"],
  plays: () =>
    fc
      .record({
        displayName: fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }),
        path: fc.array(segments(), { maxLength: 4 }).map((parts) => parts.map((part) => `/${part}`).join("")),
      })
      .map(({ displayName, path }) => ({
        text: `a connector called ${JSON.stringify(displayName)}`,
        play: async (stage) => {
          const id = await createConnector(stage, displayName, { targetUrl: `https://api.example.com${path}` });
          const body = { targetUrl: "https://other.example.com/" };
          await stage.session.send("change the target", { method: "PATCH", path: `${CONNECTORS}/${id}`, body });
          await readConnector(stage, id);
        },
      })),
};

/** Names and ends of signing certificates, on both sides of what is allowed. */
export const drawnMintings: GeneratedScenario = {
  id: "drawn-mintings",
  phase: "properties",
  modes: ["mock", "live"],
  needs: ["addTokenSigningCertificate"],
  plays: () =>
    fc
      .record({
        prefix: fc.constantFrom("CN=", "CN=", "CN=", "O=", ""),
        name: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 ]{0,30}[A-Za-z0-9]$/),
        days: fc.option(fc.integer({ min: -400, max: 1_500 }), { nil: undefined }),
        form: fc.constantFrom("Z", "+02:00", "digits"),
      })
      .map(({ prefix, name, days, form }) => ({
        text: `${prefix}${name}, ${days ?? "no"} days, ${form}`,
        play: async (stage) => {
          const { id } = await createPrincipal(stage, "contract: drawn");
          const end = Math.floor(stage.session.clock.now() / 1000) * 1000 + (days ?? 0) * DAY_MS;
          const endDateTime = days === undefined ? {} : { endDateTime: inForm(end, form) };
          await mint(stage, "mint", id, { displayName: `${prefix}${name}`, ...endDateTime });
        },
      })),
};

/** One instant in three ways. */
function inForm(ms: number, form: string): string {
  const utc = new Date(ms).toISOString().replace(".000Z", "");
  if (form === "digits") return `${utc}.0000000Z`;
  return form === "Z" ? `${utc}Z` : `${new Date(ms + 7_200_000).toISOString().replace(".000Z", "")}+02:00`;
}
