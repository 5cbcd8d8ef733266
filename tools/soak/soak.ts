/** Mixed requests in a row and side by side, with an account beside the mock of what must be there. */
import { createKeyPool, createMockGraph } from "../../src/mock/index.js";
import { seededNumbers } from "../../src/mock/seeded.js";
import type { Sample } from "../mock-model/samples.js";
import { makeSamples, START } from "../mock-model/samples.js";

/** How much. */
export interface SoakOptions {
  readonly requests: number;
  readonly seed: number;
}

/** What was seen. */
export interface SoakReport {
  /** Octets of the heap after a collection at a quarter of the requests, at half, at the end. */
  readonly heaps: readonly number[];
  /** Requests by kind. */
  readonly counts: Readonly<Record<string, number>>;
  /** What the mock does not hold as counted; none in a sound one. */
  readonly differences: readonly string[];
  readonly ms: number;
}

/** Requests under way at the same time. */
const AT_ONCE = 8;
/** Objects of each kind from which on one is deleted for each that is made. */
const MOST_OBJECTS = 200;
/** Entries of one object from which on it is deleted. */
const MOST_ENTRIES = 20;

const ROOT = "https://graph.microsoft.com/v1.0";

/** An object and how many entries it must have. */
interface Counted {
  readonly id: string;
  entries: number;
}

/** @throws where a request that must succeed does not */
export async function soak({ requests, seed }: SoakOptions): Promise<SoakReport> {
  const { files, provider } = await makeSamples();
  const mock = createMockGraph({ clock: { now: () => new Date(START) }, keys: createKeyPool(provider(), 0).provider });
  const random = seededNumbers(seed, "soak");
  const connectors: Counted[] = [];
  const principals: Counted[] = [];
  const counts: Record<string, number> = {};
  const heaps: number[] = [];

  const send = async (kind: string, method: string, path: string, body?: unknown): Promise<Record<string, unknown>> => {
    counts[kind] = (counts[kind] ?? 0) + 1;
    const headers = { authorization: "Bearer token", "content-type": "application/json" };
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    const response = await mock.fetch(new Request(`${ROOT}${path}`, init));
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
  };
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  /** Out of the account before it is deleted, so that nobody else asks for it. */
  const take = (items: Counted[], isFull: boolean): Counted | undefined => {
    const index = isFull
      ? Math.floor(random() * items.length)
      : items.findIndex(({ entries }) => entries > MOST_ENTRIES);
    return index === -1 ? undefined : items.splice(index, 1)[0];
  };

  const turn = async (file: Sample): Promise<void> => {
    const share = random();
    const [connector, principal] = [pick(connectors), pick(principals)];
    if (share < 0.05 || connector === undefined || principal === undefined) {
      await (random() < 0.5 ? createConnector() : createPrincipal());
    } else if (share < 0.65) {
      const collection =
        random() < 0.5 ? `identity/apiConnectors/${connector.id}` : `servicePrincipals/${principal.id}`;
      await send("GET", "GET", `/${collection}`);
    } else if (share < 0.7) {
      await send("list", "GET", "/identity/apiConnectors?$top=20");
    } else if (share < 0.75) {
      await send("PATCH", "PATCH", `/servicePrincipals/${principal.id}`, { notes: `note ${share}` });
    } else if (share < 0.97) {
      connector.entries += 1;
      const body = { pkcs12Value: file.pfx, password: file.password };
      await send("upload", "POST", `/identity/apiConnectors/${connector.id}/uploadClientCertificate`, body);
    } else if (share < 0.99) {
      principal.entries += 1;
      await send("addPassword", "POST", `/servicePrincipals/${principal.id}/addPassword`, {});
    } else {
      principal.entries += 1;
      await send(
        "addTokenSigningCertificate",
        "POST",
        `/servicePrincipals/${principal.id}/addTokenSigningCertificate`,
        {},
      );
    }
  };
  const createConnector = async (): Promise<void> => {
    const { id } = await send("create", "POST", "/identity/apiConnectors", { displayName: "soak" });
    connectors.push({ id: String(id), entries: 0 });
  };
  const createPrincipal = async (): Promise<void> => {
    const { appId } = await send("create", "POST", "/applications", { displayName: "soak" });
    const { id } = await send("create", "POST", "/servicePrincipals", { appId });
    principals.push({ id: String(id), entries: 0 });
  };
  /** Between the rounds, when no request is under way. */
  const prune = async (): Promise<void> => {
    for (let gone = take(connectors, connectors.length > MOST_OBJECTS); gone; gone = take(connectors, false)) {
      await send("delete", "DELETE", `/identity/apiConnectors/${gone.id}`);
    }
    for (let gone = take(principals, principals.length > MOST_OBJECTS); gone; gone = take(principals, false)) {
      const { appId } = await send("GET", "GET", `/servicePrincipals/${gone.id}?$select=appId`);
      await send("delete", "DELETE", `/applications(appId='${String(appId)}')`);
    }
  };
  const sent = (): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

  const start = performance.now();
  for (const share of [0.25, 0.5, 1]) {
    while (sent() < requests * share) {
      const file = files[Math.floor(random() * files.length)];
      if (file === undefined) throw new RangeError("there are no files");
      await Promise.all(Array.from({ length: AT_ONCE }, () => turn(file)));
      await prune();
    }
    heaps.push(heapAfterCollection());
  }
  const ms = performance.now() - start;
  const { apiConnectors, servicePrincipals, applications } = mock.snapshot();
  const found = new Map([
    ...apiConnectors.map(({ id, authentication }) => {
      const entries = authentication?.kind === "certificates" ? authentication.certificates.length : 0;
      return [id, entries] as const;
    }),
    ...servicePrincipals.map(({ id, passwordCredentials }) => [id, passwordCredentials.length] as const),
  ]);
  const all = [...connectors, ...principals];
  const differences = all
    .filter(({ id, entries }) => found.get(id) !== entries)
    .map(({ id, entries }) => `${id} has ${found.get(id)} entries instead of ${entries}`);
  if (found.size !== all.length) differences.push(`${found.size} objects instead of ${all.length}`);
  if (applications.length !== principals.length) differences.push(`${applications.length} applications`);
  return { heaps, counts, differences, ms };
}

function heapAfterCollection(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
