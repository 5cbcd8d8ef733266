/**
 * One walk through both jobs, the same for every client: a connector and its certificates, then a servicePrincipal whose
 * token signing certificate is rolled over. It asserts nothing, so that it runs in any process; see readings.ts.
 */
import { readServicePrincipal } from "../../../../src/graph/service-principal.js";
import { activationPatch, removeFromPatch } from "../../../../src/graph/service-principal-patch.js";
import type { Failure, Json, ScenarioClient } from "./scenario-client.js";

/** A file and its password, as a request has them. */
export type Upload = { readonly pkcs12Value: string; readonly password: string };

/** What the walk takes with it. */
export interface Luggage {
  readonly first: Upload;
  readonly replacement: Upload;
}

/** What the client read on its way. */
export interface Readings {
  readonly created: Json;
  readonly wrongPassword: Failure;
  readonly afterWrongPassword: Json;
  readonly uploaded: Json;
  readonly read: Json;
  readonly patched: Json;
  readonly afterDeletion: Failure;
  readonly principal: Json;
  readonly minted: readonly [Json, Json];
  readonly afterTwo: Json;
  readonly activated: Json;
  readonly afterRemoval: Json;
  readonly unknownId: Failure;
}

export const CONNECTOR: Json = { displayName: "Approval", targetUrl: "https://api.example.com/approve" };
export const PATCHED_NAME = "Approval, second edition";
export const SUBJECTS: readonly [string, string] = ["CN=first of two", "CN=second of two"];
export const END = "2027-06-01T00:00:00Z";
export const NOBODY = "00000000-0000-4000-8000-00000000ffff";

/** Walks. */
export async function runScenario(client: ScenarioClient, luggage: Luggage): Promise<Readings> {
  return { ...(await useConnector(client, luggage)), ...(await rollOver(client)) };
}

async function useConnector(client: ScenarioClient, { first, replacement }: Luggage) {
  const created = await client.createConnector(CONNECTOR);
  const id = created["id"] as string;
  const wrong = { ...first, password: `not ${first.password}` };
  const wrongPassword = await failure(client, client.uploadClientCertificate(id, wrong));
  const afterWrongPassword = await client.getConnector(id);
  const uploaded = await client.uploadClientCertificate(id, first);
  const read = await client.getConnector(id);
  const authenticationConfiguration = { "@odata.type": "#microsoft.graph.pkcs12Certificate", ...replacement };
  await client.updateConnector(id, { displayName: PATCHED_NAME, authenticationConfiguration });
  const patched = await client.getConnector(id);
  await client.deleteConnector(id);
  const afterDeletion = await failure(client, client.getConnector(id));
  return { created, wrongPassword, afterWrongPassword, uploaded, read, patched, afterDeletion };
}

async function rollOver(client: ScenarioClient) {
  const application = await client.createApplication({ displayName: "Rolled over" });
  const principal = await client.createServicePrincipal({ appId: application["appId"] });
  const id = principal["id"] as string;
  const first = await client.addTokenSigningCertificate(id, { displayName: SUBJECTS[0], endDateTime: END });
  const second = await client.addTokenSigningCertificate(id, { displayName: SUBJECTS[1], endDateTime: END });
  const afterTwo = await client.getServicePrincipal(id);
  await client.updateServicePrincipal(id, { ...activationPatch(second["thumbprint"] as string) });
  const activated = await client.getServicePrincipal(id);
  const removal = removeFromPatch(readServicePrincipal(activated), { thumbprint: first["thumbprint"] as string });
  for (const body of removal) await client.updateServicePrincipal(id, { ...body });
  const afterRemoval = await client.getServicePrincipal(id);
  const unknownId = await failure(client, client.getServicePrincipal(NOBODY));
  const minted: readonly [Json, Json] = [first, second];
  return { principal, minted, afterTwo, activated, afterRemoval, unknownId };
}

/** What it rejects with, as the client tells it. */
async function failure(client: ScenarioClient, refused: Promise<unknown>): Promise<Failure> {
  return await refused.then(
    () => Promise.reject(new Error("an error was expected")),
    (error: unknown) => client.failureOf(error),
  );
}
