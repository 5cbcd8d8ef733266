import { describe, expect, it } from "vitest";
import { consistencyStage } from "../../../src/mock/consistency-stage.js";
import type { RequestContext, Stage } from "../../../src/mock/pipeline.js";
import type { StoredApplication } from "../../../src/mock/state.js";
import type { ReadView, Store } from "../../../src/mock/store.js";
import { createStore } from "../../../src/mock/store.js";

const LAG = 1_000;

function at(now: number, isWrite = false): RequestContext {
  return { now: new Date(now), isWrite } as RequestContext;
}

/** A store behind replicas: what is done is told to the stage as the mock does it. */
function start(): {
  readonly store: Store;
  readonly stage: Stage;
  readonly act: (now: number, step: () => void) => void;
} {
  const store = createStore();
  const stage = consistencyStage({ replicas: 1, lagMs: LAG });
  if (stage === undefined) throw new Error("there is no stage");
  const act = (now: number, step: () => void): void => {
    stage.committed?.(store.transact(step).changes, at(now, true));
  };
  return { store, stage, act };
}

function app(store: Store, id: string, displayName: string): StoredApplication {
  const order = store.get("applications", id)?.order ?? store.takeOrder();
  return { id, order, appId: `app-${id}`, displayName, createdDateTime: "", signInAudience: "" };
}

/** All that a view can tell, in one text. */
function tell(view: ReadView | undefined): string {
  if (view === undefined) return "no view";
  const ids = ["a", "b", "c", "d"];
  return JSON.stringify({
    list: [...view.list("applications")],
    got: ids.map((id) => view.get("applications", id) ?? null),
    found: ids.map((id) => view.findByAppId("applications", `APP-${id}`) ?? null),
    size: view.size("applications"),
    others: view.size("apiConnectors"),
  });
}

describe("consistencyStage", () => {
  it("is not there where nothing lags", () => {
    expect(consistencyStage(undefined)).toBeUndefined();
    expect(consistencyStage({ replicas: 3 })).toBeUndefined();
    expect(() => consistencyStage({ lagMs: -1 })).toThrow(RangeError);
  });

  it("shows all of the past and nothing of the present until the lag is over, then the other way round", () => {
    const { store, stage, act } = start();
    act(0, () => {
      for (const id of ["a", "b", "c"]) store.put("applications", app(store, id, `old ${id}`));
    });
    const before = tell(stage.view?.(at(LAG), store));
    expect(before).toBe(tell(store));
    act(LAG, () => {
      store.put("applications", app(store, "a", "new a"));
      store.remove("applications", "b");
      store.put("applications", app(store, "d", "new d"));
    });
    expect(tell(stage.view?.(at(LAG), store))).toBe(before);
    expect(tell(stage.view?.(at(2 * LAG), store))).toBe(tell(store));
    expect(tell(store)).not.toBe(before);
  });

  it("lists from where a page ended, in the order of creation", () => {
    const { store, stage, act } = start();
    act(0, () => {
      for (const id of ["a", "b", "c", "d"]) store.put("applications", app(store, id, id));
    });
    act(2 * LAG, () => {
      store.remove("applications", "b");
      store.put("applications", app(store, "d", "other"));
    });
    const names = (after: number): (string | null)[] =>
      [...(stage.view?.(at(2 * LAG), store)?.list("applications", after) ?? [])].map(({ displayName }) => displayName);
    expect(names(0)).toEqual(["a", "b", "c", "d"]);
    expect(names(1)).toEqual(["b", "c", "d"]);
    expect(names(3)).toEqual(["d"]);
  });

  it("leaves writes to the store, and forgets everything when the state is put back", () => {
    const { store, stage, act } = start();
    act(0, () => store.put("applications", app(store, "a", "a")));
    expect(stage.view?.(at(0, true), store)).toBeUndefined();
    expect(tell(stage.view?.(at(0), store))).not.toBe(tell(store));
    stage.reset?.();
    expect(tell(stage.view?.(at(0), store))).toBe(tell(store));
  });
});
