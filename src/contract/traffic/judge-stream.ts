/** Holds the rules against traffic of any length, with memory that does not grow. */
import type { CryptoProvider } from "../../crypto/provider.js";
import type { Exchange } from "../exchange.js";
import type { Judged } from "../judgement.js";
import { judgeWith } from "../judgement.js";
import { followAlive } from "../model/alive.js";
import { settleReads } from "../model/settled-reads.js";
import { createUploadMemory } from "../model/upload-memory.js";
import type { Rule } from "../rule.js";
import { createGroups, GROUP_RULES } from "./groups.js";
import type { WindowLimits } from "./windows.js";
import { appIdWindow, carryOver, createIds, DEFAULT_WINDOW_LIMITS, remember, windowOf } from "./windows.js";

/** Objects of which the order of uploads is carried. */
const ORDERS = 2_000;

/**
 * The verdicts of `judge`, as they are known. Traffic is judged by object, in windows; what a window needs to know of the
 * earlier ones is carried: ids by appId, the order of uploads, the last read with what was written since. Where more is
 * going on at once than the limits allow, verdicts that need what was forgotten are not given; none is given wrongly.
 * A pass may be given more than once.
 * @param exchanges - in the order in which they were sent
 * @param provider - opens the files and verifies the signatures in it
 * @param limits - default: 64 exchanges of one object at once, 1,024 in all
 */
export async function* judgeStream(
  exchanges: AsyncIterable<Exchange>,
  rules: readonly Rule[],
  provider: CryptoProvider,
  limits: Partial<WindowLimits> = {},
): AsyncGenerator<Judged, void> {
  const { exchanges: most, kept } = { ...DEFAULT_WINDOW_LIMITS, ...limits };
  const windows = new Map<string, readonly Exchange[]>();
  const orders = new Map<string, readonly string[]>();
  const lists = new Map<Exchange, ReadonlySet<string>>();
  const ids = createIds();
  const alive = followAlive();
  const readUpload = createUploadMemory();
  const groups = createGroups(rules, kept);
  const objectRules = rules.filter(({ id }) => !GROUP_RULES.has(id));
  const openRules = rules.filter(({ id }) => id === "E10");
  let count = 0;

  const judgeWindow = async (name: string, isLast: boolean): Promise<readonly Judged[]> => {
    const window = settleReads(windows.get(name) ?? [], ids.known);
    windows.delete(name);
    count -= window.length;
    const history = { ids: ids.known, orders: new Map(), alive: lists, readUpload };
    const order = orders.get(name);
    if (order !== undefined) history.orders.set(name, order);
    const { judged, expected } = await judgeWith(window, objectRules, provider, history);
    const links = openRules.flatMap((rule) =>
      rule
        .check(
          window.filter(({ relation }) => relation === undefined),
          expected,
        )
        .map((result) => ({ rule, result })),
    );
    for (const exchange of window) lists.delete(exchange);
    if (isLast || name === "") return [...judged, ...links];
    const carried = carryOver(window);
    if (carried.length > 0) windows.set(name, carried);
    count += carried.length;
    const first = window.findIndex((it) => carried.includes(it) && !it.operationId?.endsWith(".create"));
    const before = window[first < 0 ? window.length - 1 : first - 1];
    if (before !== undefined) remember(orders, name, expected.uploadOrder(before), ORDERS);
    // What is about these alone is said when there is more of them.
    const isOpen = ({ result }: Judged): boolean => result.exchanges.every((it) => carried.includes(it));
    return [...judged.filter((it) => !isOpen(it)), ...links];
  };

  let index = 0;
  for await (const given of exchanges) {
    // A recording of several runs counts from 0 more than once.
    const exchange = given.index === index ? given : { ...given, index };
    index += 1;
    const pair = ids.learn(exchange);
    const strays = pair && windows.get(appIdWindow(pair[0]));
    if (pair !== undefined && strays !== undefined) {
      windows.delete(appIdWindow(pair[0]));
      windows.set(
        pair[1],
        [...(windows.get(pair[1]) ?? []), ...strays].toSorted((one, it) => one.index - it.index),
      );
    }
    const name = windowOf(exchange, ids.known);
    alive.note(exchange, name === "" ? undefined : name);
    if (exchange.operationId === "identityApiConnector.list") lists.set(exchange, alive.at(exchange));
    yield* groups.add(exchange);
    const window = [...(windows.get(name) ?? []), exchange];
    windows.delete(name);
    windows.set(name, window);
    count += 1;
    if (window.length >= most) yield* await judgeWindow(name, false);
    const [oldest] = windows.keys();
    if (count > kept && oldest !== undefined) yield* await judgeWindow(oldest, true);
  }
  for (const name of [...windows.keys()]) yield* await judgeWindow(name, true);
  yield* groups.finish();
}
