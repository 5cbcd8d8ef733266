/** Steps on API connectors and their certificates. */
import type { AsyncCommand } from "fast-check";
import fc from "fast-check";
import { encodeBase64 } from "../../../src/bytes/base64.js";
import { assertEqual } from "../assertions.js";
import { choices, choose, commands, mostly, NOBODY, takeId, withoutContext } from "../command.js";
import type { Authentication, Connector, ExpectedState, Members } from "../expected-state.js";
import type { Problem } from "../problems.js";
import { isRefused } from "../problems.js";
import type { Sample } from "../samples.js";
import { viewConnector } from "../views.js";
import type { World } from "../world.js";
import { ROOT } from "../world.js";
import { displayNames, remove } from "./applications.js";

type Step = AsyncCommand<ExpectedState, World>;

/** How a file is sent: `sound` mostly. */
interface Upload {
  readonly file: number;
  readonly value: "sound" | "wrapped" | "garbage" | "url-safe" | "truncated" | "certificate" | "null" | "absent";
  readonly password: "right" | "wrong" | "null" | "absent";
}

const uploads: fc.Arbitrary<Upload> = fc.record({
  file: fc.nat(5),
  value: mostly<Upload["value"]>(
    fc.constantFrom("sound", "sound", "wrapped"),
    "garbage",
    "url-safe",
    "truncated",
    "certificate",
    "null",
    "absent",
  ),
  password: mostly<Upload["password"]>(fc.constant("right"), "wrong", "null", "absent"),
});

/** The members of the action's body. */
function toBody({ value, password }: Upload, sample: Sample): Members {
  const values = {
    sound: sample.pfx,
    wrapped: sample.pfx.replace(/(.{76})/g, "$1\r\n"),
    garbage: "not base64 at all!",
    "url-safe": "MII_-w==",
    truncated: sample.pfx.slice(0, 400),
    certificate: encodeBase64(sample.certificate),
    null: null,
    absent: undefined,
  };
  const passwords = { right: sample.password, wrong: "wrong", null: null, absent: undefined };
  return { pkcs12Value: values[value], password: passwords[password] };
}

function problemsOf({ value, password }: Upload): readonly Problem[] {
  const ofValue = {
    sound: [],
    wrapped: [],
    garbage: ["badPfx"],
    "url-safe": ["badPfx"],
    truncated: ["badPfx"],
    certificate: ["badPfx"],
    null: ["nullPfx"],
    absent: ["missingMember"],
  } as const satisfies Record<string, readonly Problem[]>;
  const ofPassword = {
    right: [],
    wrong: ["wrongPassword"],
    null: ["nullPfx"],
    absent: ["missingMember"],
  } as const satisfies Record<string, readonly Problem[]>;
  return [...ofValue[value], ...ofPassword[password]];
}

/** An authenticationConfiguration; `absent` leaves it out. */
type Chosen = "absent" | "null" | "basic" | "other" | Upload;

const authentications: fc.Arbitrary<Chosen> = fc.oneof(
  fc.constantFrom("absent" as const, "null", "basic", "other"),
  uploads,
);

function readChosen(
  chosen: Chosen,
  { files }: World["samples"],
): { readonly sent: unknown; readonly stored: Authentication | undefined; readonly problems: readonly Problem[] } {
  if (chosen === "absent") return { sent: undefined, stored: undefined, problems: [] };
  if (chosen === "null") return { sent: null, stored: null, problems: [] };
  if (chosen === "other") {
    const sent = { "@odata.type": "#microsoft.graph.clientCertificateAuthentication", certificateList: [] };
    return { sent, stored: undefined, problems: ["badType"] };
  }
  if (chosen === "basic") {
    const sent = { "@odata.type": "microsoft.graph.basicAuthentication", username: "user", password: "secret" };
    return { sent, stored: { kind: "basic", username: "user" }, problems: [] };
  }
  const sample = fileOf(files, chosen);
  const sent = { "@odata.type": "#microsoft.graph.pkcs12Certificate", ...toBody(chosen, sample) };
  return { sent, stored: { kind: "list", certificates: [sample.uploaded] }, problems: problemsOf(chosen) };
}

function fileOf(files: readonly Sample[], { file }: Upload): Sample {
  const sample = files[file];
  if (sample === undefined) throw new RangeError(`there is no file ${file}`);
  return sample;
}

const texts = fc.record(
  { displayName: fc.option(displayNames), targetUrl: fc.option(fc.webUrl()) },
  { requiredKeys: [] },
);

export const createConnector: fc.Arbitrary<Step> = commands(
  "createConnector",
  fc.tuple(texts, authentications),
  async ([body, chosen], state, { send, samples }) => {
    const { sent, stored, problems } = readChosen(chosen, samples);
    const answer = await send("POST", "/identity/apiConnectors", { ...body, authenticationConfiguration: sent });
    if (isRefused(answer, problems)) return "refused";
    const id = takeId(answer.json["id"], state);
    const { displayName = null, targetUrl = null } = body;
    const connector: Connector = { id, displayName, targetUrl, authentication: stored ?? null };
    state.connectors.push(connector);
    assertEqual(answer.status, 201, "status");
    assertEqual(answer.headers.get("location"), `${ROOT}/identity/apiConnectors/${id}`, "Location");
    const shown = withoutContext(answer.json, "identity/apiConnectors/$entity");
    assertEqual(shown, viewConnector(connector, state.now), "created");
    return "done";
  },
);

export const updateConnector: fc.Arbitrary<Step> = commands(
  "updateConnector",
  fc.tuple(choices, texts, authentications),
  async ([choice, body, chosen], state, { send, samples }) => {
    const found = choose(state.connectors, choice);
    const { sent, stored, problems } = readChosen(chosen, samples);
    const path = `/identity/apiconnectors('${found?.id ?? NOBODY}')`;
    const answer = await send("PATCH", path, { ...body, authenticationConfiguration: sent });
    const all: readonly Problem[] = found === undefined ? ["notFound", ...problems] : problems;
    if (isRefused(answer, all) || found === undefined) return "refused";
    assertEqual(answer.status, 204, "status");
    Object.assign(found, body, stored === undefined ? {} : { authentication: stored });
    return "done";
  },
);

export const deleteConnector: fc.Arbitrary<Step> = commands(
  "deleteConnector",
  choices,
  async (choice, state, { send }) => {
    const found = choose(state.connectors, choice);
    const answer = await send("DELETE", `/identity/apiConnectors/${found?.id ?? NOBODY}`);
    if (isRefused(answer, found === undefined ? ["notFound"] : [])) return "refused";
    assertEqual(answer.status, 204, "status");
    remove(state.connectors, ({ id }) => id === found?.id);
    return "done";
  },
);

/** Adds to the list, the same file too; what was basic becomes a list. */
export const upload: fc.Arbitrary<Step> = commands(
  "upload",
  fc.tuple(choices, uploads, fc.constantFrom("uploadClientCertificate", "microsoft.graph.uploadClientCertificate")),
  async ([choice, chosen, action], state, { send, samples }) => {
    const found = choose(state.connectors, choice);
    const sample = fileOf(samples.files, chosen);
    const path = `/identity/apiConnectors/${found?.id ?? NOBODY}/${action}`;
    const answer = await send("POST", path, toBody(chosen, sample));
    const problems = problemsOf(chosen);
    const all: readonly Problem[] = found === undefined ? ["notFound", ...problems] : problems;
    if (isRefused(answer, all) || found === undefined) return "refused";
    const before = found.authentication?.kind === "list" ? found.authentication.certificates : [];
    found.authentication = { kind: "list", certificates: [...before, sample.uploaded] };
    assertEqual(answer.status, 200, "status");
    const shown = withoutContext(answer.json, "identity/apiConnectors/$entity");
    assertEqual(shown, viewConnector(found, state.now), "uploaded");
    return "done";
  },
);
