/** Reads until they have settled: a write may take a while to be seen everywhere, and nobody says how long. */
import type { CryptoProvider } from "../../crypto/provider.js";
import type { Exchange } from "../exchange.js";
import { isEqual } from "../judge.js";
import { essenceWithoutContext } from "../model/related.js";
import type { Expectation } from "./expectation.js";
import { expectationOf } from "./expectation.js";
import type { Sending, Session } from "./session.js";

/** How patient reads are. */
export interface Settling {
  /** So many equal good reads in a row count as settled; with 1 nothing is read twice. */
  readonly reads: number;
  /** Milliseconds from one read to the next; more where reads are still of an earlier time. */
  readonly everyMs: number;
  /** After so many milliseconds the next read is taken as it is, so that rules find what is wrong with it. */
  readonly deadlineMs: number;
}

/** For a service whose reads see every write. */
export const ONE_READ: Settling = { reads: 1, everyMs: 0, deadlineMs: 0 };

/** For Graph: five in a row, as terraform-provider-azuread waits, a second apart; given up after three minutes. */
export const PATIENT: Settling = { reads: 5, everyMs: 1_000, deadlineMs: 180_000 };

/** Pauses grow up to so many times `everyMs` while reads are of an earlier time. */
const LONGEST_PAUSE = 10;
const GROWTH = 1.5;

/** In the variant of reads that had settled before and went back. */
export const AGAIN = ", again";

/** Sends a GET until what it shows has settled; one after the other. */
export type Reader = (step: string, sending: Omit<Sending, "method" | "settle" | "isSettled">) => Promise<Exchange>;

/**
 * A reader of one session. Its last read is settled and the others are not; they are one `poll`, unless the request belongs
 * to something else, which then the last one alone does. What nothing was written to is read once, and so is what was
 * found settled before and looks as it must.
 * @param provider - opens the files that were sent, to know what reads must show
 */
export function createReader(session: Session, settling: Settling, provider: CryptoProvider): Reader {
  /** Objects that have never shown what they must: waiting for them again would find nothing new. */
  const given = new Set<string>();
  let groups = 0;

  const poll = async (
    step: string,
    sending: Parameters<Reader>[1],
    expectation: Expectation,
    needed: number,
  ): Promise<Exchange> => {
    const { clock } = session;
    const startedAt = clock.now();
    const variant = `${settling.reads} reads${needed > 1 ? "" : AGAIN}`;
    const relation = { kind: "poll", group: `settling ${++groups}`, variant } as const;
    let row: Exchange | undefined;
    let length = 0;
    let isOver = false;
    let enough = needed;
    const settle = (read: Exchange): Pick<Exchange, "isSettled" | "relation"> => {
      isOver = clock.now() - startedAt >= settling.deadlineMs;
      if (read.response.status !== 429) {
        const isGood = expectation.isGood(read);
        const isSame = row !== undefined && isEqual(essenceWithoutContext(row), essenceWithoutContext(read));
        length = isGood ? (isSame ? length + 1 : 1) : 0;
        row = isGood ? read : undefined;
        if (length < enough) enough = settling.reads;
        else isOver = true;
      }
      // A list is no object that a rule follows, and one good read is no poll.
      const own = expectation.isList || enough === 1 ? undefined : relation;
      const shown = sending.relation === undefined ? own : isOver ? sending.relation : undefined;
      return { isSettled: isOver, ...(shown === undefined ? {} : { relation: shown }) };
    };
    for (let pause = 1; ; ) {
      const read = await session.send(step, { ...sending, method: "GET", settle });
      if (isOver) {
        for (const id of length < enough ? expectation.about : []) given.add(id);
        return read;
      }
      pause = length > 0 ? 1 : Math.min(pause * GROWTH, LONGEST_PAUSE);
      await session.pause(settling.everyMs * pause);
    }
  };

  return async (step, sending) => {
    if (settling.reads <= 1) return await session.send(step, { ...sending, method: "GET" });
    const url = /^https?:/.test(sending.path) ? sending.path : `${session.root}${sending.path}`;
    const expectation = await expectationOf(session.exchanges, url, provider, given);
    if (expectation.about.length === 0) return await session.send(step, { ...sending, method: "GET" });
    return await poll(step, sending, expectation, expectation.wasSettled ? 1 : settling.reads);
  };
}
