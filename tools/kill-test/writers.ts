/** Clients that write to a mock until it dies, and remember what they were told. */

/** What the mock must hold: id and displayName of every connector whose write was acknowledged. */
export type Acknowledged = Map<string, string>;

/** A write that nobody knows the fate of: the mock died before it answered. */
export interface InFlight {
  /** `undefined` for a creation. */
  readonly id: string | undefined;
  /** What the connector is called if the write was done; `undefined` if it is gone then. */
  readonly name: string | undefined;
}

const HEADERS = { authorization: "Bearer kill-test", "content-type": "application/json" };

/** Most connectors to have at a time: the test is about writes, not about room. */
const MOST_CONNECTORS = 60;

/** What a client does and whom it tells. */
export interface WriterOptions {
  readonly graphRoot: string;
  /** The connectors that no other client writes to; kept up to date with each answer. */
  readonly mine: Acknowledged;
  /** 0 to 1. */
  readonly random: () => number;
  /** Gives a name that no connector has had. */
  readonly newName: () => string;
  readonly onAcknowledged: () => void;
}

/**
 * One client: it creates, renames and deletes connectors, one request after the other, until one of them fails.
 * @returns the write that was not answered
 * @throws where an answer is none that a write should have
 */
export async function writeUntilDeath(options: WriterOptions): Promise<InFlight> {
  const { graphRoot, mine, onAcknowledged } = options;
  const root = `${graphRoot}/identity/apiConnectors`;
  for (;;) {
    const write = nextWrite(options);
    let response: Response;
    let body: string;
    try {
      response = await fetch(write.id === undefined ? root : `${root}/${write.id}`, toRequest(write));
      body = await response.text();
    } catch {
      return write;
    }
    if (!response.ok) throw new Error(`${response.status} ${body}`);
    if (write.name === undefined) mine.delete(write.id ?? "");
    else mine.set(write.id ?? (JSON.parse(body) as { readonly id: string }).id, write.name);
    onAcknowledged();
  }
}

function nextWrite({ mine, random, newName }: WriterOptions): InFlight {
  const ids = [...mine.keys()];
  const id = ids[Math.floor(random() * ids.length)];
  const dice = random();
  if (id === undefined || (dice < 0.5 && ids.length < MOST_CONNECTORS)) return { id: undefined, name: newName() };
  return { id, name: dice < 0.8 ? newName() : undefined };
}

function toRequest({ id, name }: InFlight): RequestInit {
  if (name === undefined) return { method: "DELETE", headers: HEADERS };
  if (id !== undefined) return { method: "PATCH", headers: HEADERS, body: JSON.stringify({ displayName: name }) };
  const authenticationConfiguration = {
    "@odata.type": "#microsoft.graph.basicAuthentication",
    username: "user",
    password: "password",
  };
  const body = { displayName: name, targetUrl: "https://api.example", authenticationConfiguration };
  return { method: "POST", headers: HEADERS, body: JSON.stringify(body) };
}

/** All connectors of a mock, page by page. */
export async function readAll(graphRoot: string): Promise<Acknowledged> {
  const found: Acknowledged = new Map();
  for (let url: string | undefined = `${graphRoot}/identity/apiConnectors`; url !== undefined; ) {
    const response: Response = await fetch(url, { headers: HEADERS });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    const page = (await response.json()) as Page;
    for (const { id, displayName } of page.value) found.set(id, displayName);
    url = page["@odata.nextLink"];
  }
  return found;
}

interface Page {
  readonly value: readonly { readonly id: string; readonly displayName: string }[];
  readonly "@odata.nextLink"?: string;
}
