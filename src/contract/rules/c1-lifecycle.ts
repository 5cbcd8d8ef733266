/** C1: a connector is what was written last. */
import type { Exchange, Json } from "../exchange.js";
import { isBodyKnown, toJson, toList } from "../exchange.js";
import { equals, supposed } from "../judge.js";
import type { Change } from "../model/changes.js";
import { timelessContent } from "../model/content.js";
import type { Rule, RuleResult } from "../rule.js";

export const lifecycle: Rule = {
  id: "C1",
  title:
    "What is created is read; PATCH changes what it names and nothing else; what is deleted is gone; a list has each once",
  evidence: ["doc-text", "hypothesis"],
  source:
    "https://learn.microsoft.com/graph/api/resources/identityapiconnector (methods); that a second DELETE is 404 is supposed",
  operations: [
    "identityApiConnector.create",
    "identityApiConnector.get",
    "identityApiConnector.update",
    "identityApiConnector.delete",
    "identityApiConnector.list",
  ],
  check: (exchanges, expected) => [
    ...expected.changes.flatMap((change) => judgeChange(change)),
    ...exchanges.filter(isWholeList).map((exchange) => judgeList(exchange, [...expected.alive(exchange)])),
  ],
};

function judgeChange({ writes, before, after }: Change): RuleResult[] {
  const [write, second] = writes;
  if (write === undefined || after === undefined) return [];
  const { operationId, response } = write;
  if (operationId === "identityApiConnector.delete") {
    if (response.status !== 204) return [];
    const again =
      second?.operationId === operationId && second.response.status !== 0 && second.response.status < 500
        ? [supposed(second.response.status === 404, [write, second], "status", 404, second.response.status)]
        : [];
    return [equals([write, after], "status", 404, after.response.status), ...again];
  }
  if (second !== undefined) return [];
  if (operationId === "identityApiConnector.create" && response.status === 201 && isBodyKnown(response)) {
    return [equals([write, after], "", timelessContent(response.json), timelessContent(after.response.json))];
  }
  if (operationId !== "identityApiConnector.update" || response.status !== 204) return [];
  if (before?.response.status !== 200 || !isBodyKnown(write.request)) return [];
  const { displayName, targetUrl, authenticationConfiguration } = toJson(write.request.json);
  // What a new configuration leads to is said by C9.
  const named = authenticationConfiguration === undefined ? [] : ["authenticationConfiguration"];
  const sent = Object.entries({ displayName, targetUrl }).filter(([, value]) => value !== undefined);
  const frame = timelessContent({ ...timelessContent(before.response.json), ...Object.fromEntries(sent) });
  const found = timelessContent(after.response.json);
  return [equals([before, write, after], "", without(frame, named), without(found, named))];
}

const without = (json: Json, names: readonly string[]): Json =>
  Object.fromEntries(Object.entries(json).filter(([name]) => !names.includes(name)));

/** Connectors that were made and not deleted in this traffic are in each whole list once. */
function isWholeList({ operationId, request, response, isSettled, relation }: Exchange): boolean {
  const isWhole = toJson(response.json)["@odata.nextLink"] === undefined && !/[?&]/.test(request.url);
  if (operationId !== "identityApiConnector.list" || !isBodyKnown(response)) return false;
  return response.status === 200 && isWhole && isSettled && relation === undefined;
}

function judgeList(exchange: Exchange, alive: readonly string[]): RuleResult {
  const counts = new Map<string, number>();
  for (const { id } of toList(toJson(exchange.response.json)["value"])) {
    const name = String(id).toLowerCase();
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [once, found] = [
    alive.map((id) => [id, 1] as const),
    alive.map((id) => [id, counts.get(id) ?? 0] as const),
  ].map((entries) => Object.fromEntries(entries));
  return equals([exchange], "/value", once, found);
}
