/** API connectors of the second server: the documentation's two, and those that are created. */
import { randomUUID } from "node:crypto";
import type { Answer, Asked, Json } from "./answer.js";
import { example, Refusal, toObject } from "./answer.js";
import type { ReadFile } from "./pfx-file.js";
import { readPfxFile } from "./pfx-file.js";

interface Connector {
  id: string;
  displayName: unknown;
  targetUrl: unknown;
  /** `undefined`: no authentication. */
  username?: unknown;
  certificates?: ReadFile[];
}

const BASIC = "microsoft.graph.basicAuthentication";
const FILE = "microsoft.graph.pkcs12Certificate";
const [documented] = example("list-api-connectors.response")["value"] as readonly Json[];

/** Answers what is asked of connectors. */
export function createConnectors(): (asked: Asked) => Answer | undefined {
  const all = new Map<string, Connector>();
  const [entry] = toObject(toObject(documented)["authenticationConfiguration"])["certificateList"] as ReadFile[];
  const first = toObject(documented) as unknown as Connector;
  if (entry !== undefined) {
    const { id, displayName, targetUrl } = first;
    const { thumbprint, notBefore, notAfter } = entry;
    all.set(id, { id, displayName, targetUrl, certificates: [{ thumbprint, notBefore, notAfter }] });
  }

  const show = ({ id, displayName, targetUrl, ...authentication }: Connector, now: number): Json => ({
    id,
    displayName,
    targetUrl,
    authenticationConfiguration: showAuthentication(authentication, now),
  });
  const context = (root: string): string => `${root}/$metadata#identity/apiConnectors`;
  const find = (id: string): Connector => {
    const found = all.get(id.toLowerCase());
    if (found === undefined) throw new Refusal(404, "ResourceNotFound", "There is no such connector.");
    return found;
  };

  return ({ method, path, body, root, now }) => {
    const [, id = "", action] = /^\/identity\/apiConnectors(?:\/([^/]+)(?:\/(\w+))?)?$/.exec(path) ?? ["", undefined];
    if (!path.startsWith("/identity/apiConnectors")) return undefined;
    const entity = (connector: Connector): Json => ({
      "@odata.context": `${context(root)}/$entity`,
      ...show(connector, now),
    });
    if (id === "" && method === "GET") {
      const value = [...all.values()].map((connector) => show(connector, now));
      return { status: 200, body: { "@odata.context": context(root), value } };
    }
    if (id === "" && method === "POST") {
      const { displayName, targetUrl } = body;
      const isWhole = [displayName, targetUrl].every((text) => typeof text === "string" && text !== "");
      if (!isWhole) throw new Refusal(400, "BadRequest", "displayName and targetUrl are needed.");
      const connector: Connector = { id: randomUUID(), displayName, targetUrl, ...authenticationOf(body) };
      all.set(connector.id, connector);
      return { status: 201, headers: { location: `${root}${path}/${connector.id}` }, body: entity(connector) };
    }
    const connector = find(id);
    if (action === "uploadClientCertificate" && method === "POST") {
      const { certificates = [] } = connector;
      delete connector.username;
      connector.certificates = [...certificates, readPfxFile(body["pkcs12Value"], body["password"])];
      return { status: 200, body: entity(connector) };
    }
    if (action !== undefined) return undefined;
    if (method === "GET") return { status: 200, body: entity(connector) };
    if (method === "DELETE") {
      all.delete(connector.id);
      return { status: 204 };
    }
    if (method !== "PATCH") return undefined;
    const authentication = authenticationOf(body);
    if (body["authenticationConfiguration"] !== undefined) {
      delete connector.username;
      delete connector.certificates;
    }
    const { displayName = connector.displayName, targetUrl = connector.targetUrl } = body;
    Object.assign(connector, { displayName, targetUrl, ...authentication });
    return { status: 204 };
  };
}

/** As the example of the action shows it; the latest that is valid is active. */
function showAuthentication({ username, certificates }: Partial<Connector>, now: number): Json | null {
  if (certificates !== undefined) {
    const isValid = ({ notBefore, notAfter }: ReadFile): boolean => notBefore * 1000 <= now && now <= notAfter * 1000;
    const active = certificates.findLast(isValid);
    const certificateList = certificates.map((it) => ({ ...it, isActive: it === active }));
    return { "@odata.type": "#microsoft.graph.clientCertificateAuthentication", certificateList };
  }
  if (username === undefined) return null;
  return { "@odata.type": `#${BASIC}`, username, password: "******" };
}

function authenticationOf(body: Json): Partial<Connector> {
  const configuration = toObject(body["authenticationConfiguration"]);
  const type = String(configuration["@odata.type"] ?? "").replace(/^#/, "");
  if (type === "") return {};
  if (type === BASIC) return { username: configuration["username"] };
  if (type === FILE) return { certificates: [readPfxFile(configuration["pkcs12Value"], configuration["password"])] };
  throw new Refusal(400, "BadRequest", "This authentication cannot be written.");
}
