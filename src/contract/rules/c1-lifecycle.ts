/** C1: a connector is what was written last. */
import type { Exchange, Json } from "../exchange.js";
import { toJson, toList } from "../exchange.js";
import { equals } from "../judge.js";
import type { Change } from "../model/changes.js";
import type { Expected } from "../model/expected.js";
import type { Rule, RuleResult } from "../rule.js";

export const lifecycle: Rule = {
  id: "C1",
  title:
    "What is created is read; PATCH changes what it names and nothing else; what is deleted is gone; a list has each once",
  evidence: ["doc-text"],
  source: "https://learn.microsoft.com/graph/api/resources/identityapiconnector (methods)",
  operations: [
    "identityApiConnector.create",
    "identityApiConnector.get",
    "identityApiConnector.update",
    "identityApiConnector.delete",
    "identityApiConnector.list",
  ],
  check: (exchanges, expected) => [
    ...expected.changes.flatMap((change) => judgeChange(change)),
    ...exchanges.flatMap((exchange, index) => judgeList(exchange, exchanges.slice(0, index), expected)),
  ],
};

function judgeChange({ writes, before, after }: Change): RuleResult[] {
  const [write, second] = writes;
  if (write === undefined || after === undefined) return [];
  const { operationId, response } = write;
  if (operationId === "identityApiConnector.delete") {
    const again =
      second?.operationId === operationId ? [equals([write, second], "status", 404, second.response.status)] : [];
    const isGone = response.status === 204 ? [equals([write, after], "status", 404, after.response.status)] : [];
    return [...isGone, ...again];
  }
  if (second !== undefined) return [];
  if (operationId === "identityApiConnector.create" && response.status === 201) {
    return [equals([write, after], "", content(write), content(after))];
  }
  if (operationId !== "identityApiConnector.update" || response.status !== 204 || before === undefined) return [];
  const { authenticationConfiguration, ...sent } = toJson(write.request.json);
  const named = authenticationConfiguration === undefined ? [] : ["authenticationConfiguration"];
  const frame = { ...content(before), ...sent };
  // What a new configuration leads to is said by C9.
  return [equals([before, write, after], "", without(frame, named), without(content(after), named))];
}

/** Annotations say how a thing was asked for; `isActive` is the clock's (C6). */
function content({ response }: Exchange): Json {
  const members = Object.entries(toJson(response.json)).filter(([name]) => !name.startsWith("@"));
  return JSON.parse(JSON.stringify(Object.fromEntries(members)), (name, value) =>
    name === "isActive" ? undefined : value,
  ) as Json;
}

const without = (json: Json, names: readonly string[]): Json =>
  Object.fromEntries(Object.entries(json).filter(([name]) => !names.includes(name)));

/** Connectors that were made and not deleted in this traffic. */
function judgeList(exchange: Exchange, earlier: readonly Exchange[], { objectOf }: Expected): RuleResult[] {
  const { operationId, request, response, isSettled, relation } = exchange;
  const isWhole = toJson(response.json)["@odata.nextLink"] === undefined && !/[?&]/.test(request.url);
  if (operationId !== "identityApiConnector.list" || response.status !== 200 || !isWhole || !isSettled || relation)
    return [];
  const alive = new Set<string>();
  for (const it of earlier) {
    const id = objectOf(it);
    if (id === undefined || !it.operationId?.startsWith("identityApiConnector.")) continue;
    if (it.response.status === 201) alive.add(id);
    if (it.operationId.endsWith(".delete") && it.response.status === 204) alive.delete(id);
  }
  const shown = toList(toJson(response.json)["value"]).map(({ id }) => String(id).toLowerCase());
  const counts = Object.fromEntries([...alive].map((id) => [id, shown.filter((it) => it === id).length]));
  return [equals([exchange], "/value", Object.fromEntries([...alive].map((id) => [id, 1])), counts)];
}
