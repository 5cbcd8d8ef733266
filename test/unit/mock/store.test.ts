import { describe, expect, it } from "vitest";
import type { StoredApplication } from "../../../src/mock/state.js";
import { createStore } from "../../../src/mock/store.js";

const application = (order: number, appId = `app-${order}`): StoredApplication => ({
  id: `Id-${order}`,
  order,
  appId,
  displayName: null,
  createdDateTime: "2026-01-01T00:00:00Z",
  signInAudience: "AzureADMyOrg",
});

describe("createStore", () => {
  it("finds by id and appId in any case, and lists in order of creation", () => {
    const store = createStore();
    for (const order of [1, 2, 3]) store.put("applications", application(order));
    expect(store.get("applications", "iD-2")?.order).toBe(2);
    expect(store.findByAppId("applications", "APP-3")?.order).toBe(3);
    expect(Array.from(store.list("applications", 1), ({ order }) => order)).toEqual([2, 3]);
    store.put("applications", application(2, "other"));
    expect(store.findByAppId("applications", "app-2")).toBeUndefined();
    expect(store.findByAppId("applications", "other")?.order).toBe(2);
    store.remove("applications", "ID-1");
    expect(store.size("applications")).toBe(2);
    expect(Array.from(store.list("applications"), ({ order }) => order)).toEqual([2, 3]);
  });

  it("undoes a step that throws, whatever it did", () => {
    const store = createStore();
    store.put("applications", application(store.takeOrder()));
    store.put("applications", application(store.takeOrder()));
    const before = [...store.list("applications")];
    const step = () => {
      store.put("applications", application(1, "changed"));
      store.remove("applications", "Id-2");
      store.put("applications", application(store.takeOrder()));
      throw new Error("no");
    };
    expect(() => store.transact(step)).toThrow("no");
    expect([...store.list("applications")]).toEqual(before);
    expect(store.nextOrder()).toBe(3);
    expect(store.findByAppId("applications", "app-1")?.order).toBe(1);
  });

  it("tells what a step changed", () => {
    const store = createStore();
    const first = application(1);
    const { changes } = store.transact(() => {
      store.put("applications", first);
      store.remove("applications", "Id-1");
    });
    expect(changes).toEqual([
      { collection: "applications", id: "Id-1", before: undefined, after: first },
      { collection: "applications", id: "Id-1", before: first, after: undefined },
    ]);
  });
});
