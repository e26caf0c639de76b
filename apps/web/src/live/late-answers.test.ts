import { dehydrate, hydrate, QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { watchLateAnswers } from "./late-answers";
import type { LiveMessage } from "./message";
import type { Touched } from "./touched-queries";

const row = {
  id: 1,
  identity: "CS-1",
  connected: true,
  lastSeenAt: null,
  connectors: [{ evse: 1, connector: 1, status: "available", receivedAt: new Date(0), session: null }],
};
const list = [["stations", "rows"], { input: { ids: [1] }, type: "query" }];
const facets = [["stations", "facets"], { input: {}, type: "query" }];
const faulted: LiveMessage = {
  kind: "events",
  cursor: "c",
  left: 0,
  events: [{ station: 1, at: 1_000, receivedAt: 1_000, event: { type: "connector.faulted", evse: 1, connector: 1 } }],
};

let queries: QueryClient;
let asked: Touched[];
let time: number;
let watch: ReturnType<typeof watchLateAnswers>;
beforeEach(() => {
  queries = new QueryClient();
  asked = [];
  time = 0;
  watch = watchLateAnswers(
    queries,
    (touched) => asked.push(touched),
    () => time,
  );
});
afterEach(() => {
  watch.stop();
  queries.clear();
});
const status = () => queries.getQueryData<(typeof row)[]>(list)?.[0]?.connectors[0]?.status;

/** An answer as the server drew it into a page. */
function drawn(key: unknown[], data: unknown) {
  const server = new QueryClient();
  server.setQueryData(key, data);
  hydrate(queries, dehydrate(server));
}

describe("an answer that was asked for after something happened", () => {
  it("is believed: what was said before may be over", async () => {
    watch.remember(faulted);
    time += 1;
    await queries.fetchQuery({ queryKey: list, queryFn: async () => [row] });
    await Promise.resolve();
    expect(status()).toBe("available");
  });
});

describe("an answer that was on its way while something happened", () => {
  it("does not undo what the event said", async () => {
    let answer = (_rows: (typeof row)[]) => {};
    const asking = queries.fetchQuery({
      queryKey: list,
      queryFn: () =>
        new Promise<(typeof row)[]>((resolve) => {
          answer = resolve;
        }),
    });
    await Promise.resolve();
    watch.remember(faulted);
    answer([row]);
    await asking;
    await Promise.resolve();
    expect(status()).toBe("faulted");
  });

  it("does not undo it either when the server drew it into a page, and is asked again where it cannot be mended", async () => {
    watch.remember(faulted);
    drawn(list, [row]);
    drawn(facets, { matching: 1 });
    await Promise.resolve();
    expect(status()).toBe("faulted");
    expect(asked).toEqual([{ path: "stations.facets" }]);
  });

  it("stands as it is when nothing happened lately, or when it is newer than the event", async () => {
    watch.remember(faulted);
    time = 20_000;
    drawn(list, [row]);
    await Promise.resolve();
    expect(status()).toBe("available");

    watch.remember(faulted);
    const newer = { ...row, connectors: row.connectors.map((each) => ({ ...each, receivedAt: new Date(2_000) })) };
    queries.removeQueries();
    drawn(list, [newer]);
    await Promise.resolve();
    expect(status()).toBe("available");
  });
});
