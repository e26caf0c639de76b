import { describe, expect, it } from "vitest";
import { freshConnection } from "./connection";
import { createConnectionStore } from "./connection-store";

const start = 1_700_000_000_000;

function heardBy(store: ReturnType<typeof createConnectionStore>) {
  let times = 0;
  store.subscribe(() => {
    times += 1;
  });
  return () => times;
}

describe("who listens to the line", () => {
  it("is not told of each sign of life, which is known all the same", () => {
    const store = createConnectionStore({ ...freshConnection(start), line: "open" });
    const told = heardBy(store);
    for (const ms of [40, 80, 120]) store.set({ ...store.get(), heardAt: start + ms }, start + ms);
    expect(told()).toBe(0);
    expect(store.get().heardAt).toBe(start + 120);
  });

  it("is told when the line breaks, speaks again after it was late, and while the past is told", () => {
    const store = createConnectionStore({ ...freshConnection(start), line: "open" });
    const told = heardBy(store);
    store.set({ ...store.get(), heardAt: start + 7_000 }, start + 7_000);
    expect(told()).toBe(1);
    store.set({ ...store.get(), line: "lost" }, start + 7_000);
    expect(told()).toBe(2);
    store.set({ line: "open", heardAt: start + 8_000, left: 20 }, start + 8_000);
    store.set({ line: "open", heardAt: start + 8_100, left: 10 }, start + 8_100);
    expect(told()).toBe(4);
    expect(store.told().left).toBe(10);
  });
});
