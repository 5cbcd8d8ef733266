/** One request from its arrival to its answer. */
import type { CloudId, GraphAction } from "../graph/clouds.js";
import { CLOUDS } from "../graph/clouds.js";
import { requirePermission, requireToken } from "./authorization.js";
import { runBatch } from "./batch.js";
import { readBody } from "./body.js";
import type { Call, Step, Surroundings } from "./call.js";
import { LostResponseError } from "./chaos.js";
import type { Envelope } from "./envelope.js";
import { preflightAnswer, toErrorAnswer, toHeaders, toResponse } from "./envelope.js";
import { NO_FAULTS } from "./fault-set.js";
import { spoilAnswer, spoilHeaders } from "./faults/spoil-answer.js";
import { leavePart, spoilShown, spoilStep, staleStore } from "./faults/spoil-step.js";
import { HANDLERS } from "./handlers.js";
import { DEFAULT_MOCK_LIMITS, requireHeaderSize } from "./limits.js";
import type { OperationId } from "./operations.js";
import { OPERATIONS } from "./operations.js";
import type { MockGraphOptions } from "./options.js";
import type { Answer, RequestContext, Stage } from "./pipeline.js";
import { LOST } from "./pipeline.js";
import { Refusal, refuse } from "./refusal.js";
import { createUrlReader } from "./request-url.js";
import type { Route } from "./router.js";
import { createRouter } from "./router.js";
import type { Store } from "./store.js";

/** What one mock is made of. */
export interface Machinery {
  readonly options: MockGraphOptions;
  readonly surroundings: Surroundings;
  readonly store: Store;
  readonly stages: readonly Stage[];
}

/** The `fetch` of a mock. It never rejects but with {@link LostResponseError}. */
export function createExchange(machinery: Machinery): (request: Request) => Promise<Response> {
  const { options, surroundings, store, stages } = machinery;
  const limits = { ...DEFAULT_MOCK_LIMITS, ...options.limits };
  const { onCommit } = options;
  const { faults } = surroundings;
  const isSound = faults === NO_FAULTS;
  const route = createRouter(faults.has("path-case-sensitive"));
  const readUrl = createUrlReader();
  const notInCloud = actionsNotIn(surroundings.cloud);

  const exchange = async (request: Request, isInner: boolean): Promise<Response> => {
    const now = surroundings.now();
    const requestId = surroundings.newId();
    const envelope: Envelope = {
      requestId,
      clientRequestId: request.headers.get("client-request-id") ?? requestId,
      now,
      isCrossOrigin: request.headers.has("origin"),
    };
    let answer: Answer | typeof LOST;
    const seen: { body?: unknown } = {};
    try {
      answer = await respond(request, isInner, now, requestId, seen);
    } catch (error) {
      if (!(error instanceof Refusal)) options.onDefect?.(error);
      answer = toErrorAnswer(error instanceof Refusal ? error : refuse("internal"), envelope);
    }
    if (answer === LOST) throw new LostResponseError();
    if (isSound) return toResponse(answer, toHeaders(answer, envelope));
    const spoilt = spoilAnswer(answer, { body: seen.body, isInner }, faults);
    return toResponse(spoilt, spoilHeaders(toHeaders(spoilt, envelope), faults));
  };

  const respond = async (
    request: Request,
    isInner: boolean,
    now: Date,
    requestId: string,
    seen: { body?: unknown },
  ): Promise<Answer | typeof LOST> => {
    const { headers, method } = request;
    if (method === "OPTIONS" && headers.has("access-control-request-method")) return preflightAnswer(headers);
    requireHeaderSize(request, limits.headerBytes);
    const url = readUrl(request.url);
    const found = route(method, url.pathname);
    const token = requireToken(headers);
    if (options.permissions === "enforce") requirePermission(token, found.operation, now);
    const missing = notInCloud.get(found.operation);
    if (missing !== undefined) throw refuse("notInCloud", [missing]);
    const { workload, isWrite } = OPERATIONS[found.operation];
    const { operation } = found;
    const context: RequestContext = { request, url, operation, workload, isWrite, now, requestId, token, isInner };
    for (const stage of stages) {
      const early = stage.before?.(context);
      if (early !== undefined) return early;
    }
    const own = isWrite && faults.has("parallel-loses") ? staleStore(store, found.key) : store;
    const body = await readBody(request, limits.bodyBytes);
    seen.body = body;
    const answer =
      operation === "batch"
        ? await runBatch(body, request, (inner) => exchange(inner, true))
        : await carryOut(operation, toCall(context, found, body), own);
    return after(context, answer);
  };

  const toCall = (context: RequestContext, { key }: Route, body: Call["body"]): Call => {
    const view = firstOf(stages, (stage) => stage.view?.(context, store)) ?? store;
    const { newId, random, provider, cloud, undocumented, objects } = surroundings;
    const { request, url, operation, workload, isWrite, now, requestId, token, isInner } = context;
    // Member by member: spreading both objects took a fifth of a GET.
    return {
      request,
      url,
      operation,
      workload,
      isWrite,
      now,
      requestId,
      token,
      isInner,
      newId,
      random,
      provider,
      cloud,
      undocumented,
      faults,
      objects,
      key,
      body,
      root: `${url.origin}/v1.0`,
      view,
    };
  };

  const carryOut = async (operation: Exclude<OperationId, "batch">, call: Call, own: Store): Promise<Answer> => {
    if (!isSound) return await carryOutBadly(operation, call, own);
    const prepared = HANDLERS[operation](call);
    const step: Step = typeof prepared === "function" ? prepared : await prepared;
    return commit(call, () => step(store));
  };

  /** The same with the defects of changes and of what is shown. */
  const carryOutBadly = async (operation: Exclude<OperationId, "batch">, call: Call, own: Store): Promise<Answer> => {
    try {
      const step: Step = await HANDLERS[operation](call.isWrite ? { ...call, view: own } : call);
      const answer = await commit(call, () => spoilStep(step, call)(own));
      return spoilShown(answer, call, store, faults);
    } catch (error) {
      if (faults.has("partial-commit") && call.isWrite) {
        await commit(call, () => {
          leavePart(store, call);
          return { status: 200 };
        });
      }
      throw error;
    }
  };

  const commit = (call: Call, step: () => Answer): Answer | Promise<Answer> => {
    const { result, changes } = store.transact(step);
    if (changes.length === 0) return result;
    if (stages.length > 0) {
      // Requests are done in another order than they come.
      const done = { ...call, now: surroundings.now() };
      for (const stage of stages) stage.committed?.(changes, done);
    }
    return onCommit === undefined ? result : Promise.resolve(onCommit(changes)).then(() => result);
  };

  const after = (context: RequestContext, answer: Answer): Answer | typeof LOST =>
    firstOf(stages, (stage) => stage.after?.(context, answer)) ?? answer;

  return (request) => exchange(request, false);
}

/** The actions that not every cloud has. */
const CLOUD_ACTIONS: readonly GraphAction[] = ["uploadClientCertificate", "addTokenSigningCertificate"];

/** The operations that a cloud does not have, with the name of the action. */
function actionsNotIn(cloud: CloudId): ReadonlyMap<OperationId, GraphAction> {
  const missing = CLOUD_ACTIONS.filter((action) => !CLOUDS[cloud].actions[action].value);
  const operations = Object.keys(OPERATIONS) as OperationId[];
  return new Map(
    operations.flatMap((operation) => {
      const action = missing.find((name) => operation.endsWith(`.${name}`));
      return action === undefined ? [] : [[operation, action] as const];
    }),
  );
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
