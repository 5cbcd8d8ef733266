/** What a suite that only knows the description cannot make by itself: objects with content, whose ids it is given. */

/** Ids of objects that are there; those to delete are others, so that a DELETE takes nothing away from other operations. */
export interface Fixture {
  readonly connector: string;
  readonly connectorToDelete: string;
  readonly principal: string;
  readonly principalAppId: string;
  readonly principalToDelete: string;
  readonly application: string;
}

type Fetch = (request: Request) => Promise<Response>;

const ROOT = "https://graph.microsoft.com/v1.0";

/** Makes two connectors and two servicePrincipals, the first of which has a signing certificate and a password. */
export async function createFixture(fetch: Fetch): Promise<Fixture> {
  const post = async (path: string, body: object): Promise<Readonly<Record<string, string>>> => {
    const headers = { authorization: "Bearer mock", "content-type": "application/json" };
    const response = await fetch(
      new Request(`${ROOT}${path}`, { method: "POST", headers, body: JSON.stringify(body) }),
    );
    // Some defects spoil answers: what has no id is looked up nowhere, and the suite goes without it.
    return response.ok && response.status !== 204 ? ((await response.json()) as Record<string, string>) : {};
  };
  const connector = async (displayName: string): Promise<string> =>
    (await post("/identity/apiConnectors", { displayName, targetUrl: "https://api.example.com/" }))["id"] ?? NOBODY;
  const principal = async (displayName: string) => {
    const application = await post("/applications", { displayName });
    const { appId = NOBODY } = application;
    const { id = NOBODY } = await post("/servicePrincipals", { appId });
    return { id, appId, application: application["id"] ?? NOBODY };
  };
  const [first, second] = [await principal("kept"), await principal("to be deleted")];
  await post(`/servicePrincipals/${first.id}/addTokenSigningCertificate`, { displayName: "CN=Kept" });
  await post(`/servicePrincipals/${first.id}/addPassword`, { passwordCredential: { displayName: "kept" } });
  return {
    connector: await connector("kept"),
    connectorToDelete: await connector("to be deleted"),
    principal: first.id,
    principalAppId: first.appId,
    principalToDelete: second.id,
    application: first.application,
  };
}

const NOBODY = "00000000-0000-0000-0000-000000000000";
