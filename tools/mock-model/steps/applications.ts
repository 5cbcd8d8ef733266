/** Steps on applications and on servicePrincipals as wholes; and the clock. */
import type { AsyncCommand } from "fast-check";
import fc from "fast-check";
import { assertEqual } from "../assertions.js";
import { choices, choose, commands, NOBODY, takeId, withoutContext } from "../command.js";
import type { ExpectedState, Principal } from "../expected-state.js";
import { isRefused } from "../problems.js";
import { viewApplication, viewPrincipal } from "../views.js";
import type { World } from "../world.js";
import { ROOT } from "../world.js";

type Step = AsyncCommand<ExpectedState, World>;

/** Names that filters meet again, one of them with a quote. */
export const displayNames: fc.Arbitrary<string> = fc.constantFrom("Contoso", "contoso SAML", "O'Neill", "Ünïcode", "");

const DAY = 86_400_000;

export const advance: fc.Arbitrary<Step> = commands(
  "advance",
  fc.constantFrom(1, 1_000, DAY, 10 * DAY, 336 * DAY),
  async (ms, state, world) => {
    world.advance(ms);
    state.now += ms;
    return await Promise.resolve("done" as const);
  },
);

export const createApplication: fc.Arbitrary<Step> = commands(
  "createApplication",
  fc.option(displayNames, { nil: undefined, freq: 10 }),
  async (displayName, state, { send }) => {
    const answer = await send("POST", "/applications", { displayName });
    if (isRefused(answer, displayName === undefined ? ["missingMember"] : [])) return "refused";
    const id = takeId(answer.json["id"], state);
    const appId = takeId(answer.json["appId"], state);
    const createdDateTime = `${new Date(state.now).toISOString().slice(0, 19)}Z`;
    const { "@odata.context": _context, ...others } = answer.json;
    const application = { id, appId, displayName: displayName ?? "", createdDateTime, others };
    state.applications.push(application);
    assertEqual(answer.status, 201, "status");
    assertEqual(answer.headers.get("location"), `${ROOT}/applications/${id}`, "Location");
    assertEqual(withoutContext(answer.json, "applications/$entity"), viewApplication(application), "created");
    return "done";
  },
);

/** The application's servicePrincipal goes with it. */
export const deleteApplication: fc.Arbitrary<Step> = commands(
  "deleteApplication",
  fc.tuple(choices, fc.boolean()),
  async ([choice, isByAppId], state, { send }) => {
    const found = choose(state.applications, choice);
    const path = isByAppId ? `(appId='${found?.appId ?? NOBODY}')` : `/${found?.id ?? NOBODY}`;
    const answer = await send("DELETE", `/applications${path}`);
    if (isRefused(answer, found === undefined ? ["notFound"] : [])) return "refused";
    assertEqual(answer.status, 204, "status");
    remove(state.applications, ({ id }) => id === found?.id);
    remove(state.principals, ({ appId }) => appId === found?.appId);
    return "done";
  },
);

export const createPrincipal: fc.Arbitrary<Step> = commands(
  "createPrincipal",
  fc.record(
    {
      application: choices,
      displayName: fc.option(displayNames),
      tags: fc.constantFrom([], ["WindowsAzureActiveDirectoryIntegratedApp"]),
    },
    { requiredKeys: ["application"] },
  ),
  async ({ application, ...members }, state, { send }) => {
    const found = choose(state.applications, application);
    const appId = found?.appId ?? NOBODY;
    const answer = await send("POST", "/servicePrincipals", { appId: appId.toUpperCase(), ...members });
    const isTaken = state.principals.some((principal) => principal.appId === appId);
    if (isRefused(answer, found === undefined ? ["noSuchApplication"] : isTaken ? ["principalExists"] : [])) {
      return "refused";
    }
    const id = takeId(answer.json["id"], state);
    const { displayName, tags = [] } = members;
    const { keyCredentials: _keys, passwordCredentials: _passwords, ...shown } = answer.json;
    const { "@odata.context": _context, ...others } = shown;
    const principal: Principal = {
      id,
      appId,
      displayName: displayName ?? found?.displayName ?? null,
      properties: { ...others, ...initialProperties(appId, found?.displayName ?? null), tags },
      keys: [],
      passwords: [],
    };
    state.principals.push(principal);
    assertEqual(answer.status, 201, "status");
    assertEqual(answer.headers.get("location"), `${ROOT}/servicePrincipals/${id}`, "Location");
    assertEqual(withoutContext(answer.json, "servicePrincipals/$entity"), viewPrincipal(principal, false), "created");
    return "done";
  },
);

export const deletePrincipal: fc.Arbitrary<Step> = commands(
  "deletePrincipal",
  choices,
  async (choice, state, { send }) => {
    const found = choose(state.principals, choice);
    const answer = await send("DELETE", `/SERVICEPRINCIPALS/${found?.id.toUpperCase() ?? NOBODY}`);
    if (isRefused(answer, found === undefined ? ["notFound"] : [])) return "refused";
    assertEqual(answer.status, 204, "status");
    remove(state.principals, ({ id }) => id === found?.id);
    return "done";
  },
);

/** Members beside the credentials; the last few must be refused. */
const changes = fc.record(
  {
    displayName: fc.option(displayNames),
    notes: fc.option(fc.string({ maxLength: 8 })),
    accountEnabled: fc.constantFrom<unknown>(true, false, null, "yes"),
    tags: fc.constantFrom<unknown>([], ["a", "b"], ["a"], null),
    preferredSingleSignOnMode: fc.constantFrom("saml", "password", null),
    appDisplayName: fc.constantFrom("read-only"),
    unheardOf: fc.constantFrom(1),
  },
  { requiredKeys: [] },
);

export const updatePrincipal: fc.Arbitrary<Step> = commands(
  "updatePrincipal",
  fc.tuple(choices, changes),
  async ([choice, body], state, { send }) => {
    const found = choose(state.principals, choice);
    const answer = await send("PATCH", `/servicePrincipals/${found?.id ?? NOBODY}`, body);
    const isRefusal = isRefused(answer, [
      ...(found === undefined ? (["notFound"] as const) : []),
      ...(body.accountEnabled === "yes" || body.tags === null ? (["badMember"] as const) : []),
      ...("appDisplayName" in body ? (["readOnly"] as const) : []),
    ]);
    if (isRefusal || found === undefined) return "refused";
    assertEqual(answer.status, 204, "status");
    const { displayName, unheardOf, appDisplayName, ...properties } = body;
    if (displayName !== undefined) found.displayName = displayName;
    found.properties = { ...found.properties, ...properties };
    return "done";
  },
);

/** A thumbprint is taken as it comes: nobody looks whether such a certificate is there. */
export const activate: fc.Arbitrary<Step> = commands(
  "activate",
  fc.tuple(choices, fc.constantFrom("DA20FCA6C2A6F8F1D4E8A1F54F0E3A4B5C6D7E8F", "unused", null)),
  async ([choice, preferredTokenSigningKeyThumbprint], state, { send }) => {
    const found = choose(state.principals, choice);
    const path = `/servicePrincipals(appId='${found?.appId ?? NOBODY}')`;
    const answer = await send("PATCH", path, { preferredTokenSigningKeyThumbprint });
    if (isRefused(answer, found === undefined ? ["notFound"] : []) || found === undefined) return "refused";
    found.properties = { ...found.properties, preferredTokenSigningKeyThumbprint };
    return "done";
  },
);

/** Takes the objects out that are meant. */
export function remove<T>(items: T[], isMeant: (item: T) => boolean): void {
  const kept = items.filter((item) => !isMeant(item));
  items.splice(0, items.length, ...kept);
}

/** What a servicePrincipal begins with; members that are not named here must stay as they were first seen. */
function initialProperties(appId: string, appDisplayName: string | null): Record<string, unknown> {
  const nothing = [
    "description",
    "homepage",
    "loginUrl",
    "logoutUrl",
    "notes",
    "preferredSingleSignOnMode",
    "preferredTokenSigningKeyThumbprint",
    "samlSingleSignOnSettings",
    "tokenEncryptionKeyId",
  ];
  return {
    ...Object.fromEntries(nothing.map((name) => [name, null])),
    ...Object.fromEntries(
      ["alternativeNames", "notificationEmailAddresses", "replyUrls", "tags"].map((it) => [it, []]),
    ),
    accountEnabled: true,
    appDisplayName,
    appRoleAssignmentRequired: false,
    servicePrincipalNames: [appId],
    servicePrincipalType: "Application",
    signInAudience: "AzureADMyOrg",
  };
}
