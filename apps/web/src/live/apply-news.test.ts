import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { applyNews } from "./apply-news";
import { createAskAgain } from "./ask-again";
import type { LiveEvent, LiveMessage, LiveReading } from "./message";
import type { Touched } from "./touched-queries";

const connector = (facts: object = {}) => ({
  evse: 1,
  connector: 1,
  status: "available",
  activity: null,
  receivedAt: new Date(0),
  session: null,
  ...facts,
});
const charging = { id: 7, startedAt: null, powerW: null, energyWh: null, stateOfCharge: null, meterAt: null };
const station = (id: number) => ({
  id,
  identity: `CS-${id}`,
  connected: true,
  lastSeenAt: null,
  powerW: null,
  connectors: [connector()],
});
const key = (path: string, input: object = {}, type = "query") => [path.split("."), { input, type }];

const events = (...list: Omit<LiveEvent, "at" | "receivedAt">[]): LiveMessage => ({
  kind: "events",
  cursor: "c",
  left: 0,
  events: list.map((event) => ({ ...event, at: 1_000, receivedAt: 1_000 })),
});
const readings = (...list: LiveReading[]): LiveMessage => ({ kind: "readings", at: 2_000, readings: list });

let queries: QueryClient;
let asked: Touched[];
beforeEach(() => {
  queries = new QueryClient();
  asked = [];
});
const apply = (...messages: LiveMessage[]) => applyNews(queries, messages, (touched) => asked.push(touched));

describe("what came in", () => {
  it("is written into the one row it is about, and every other row stays the very same object", () => {
    const list = key("stations.list", { sort: "identity" }, "infinite");
    const pages = [{ rows: [station(1), station(2)] }, { rows: [station(3)] }];
    queries.setQueryData(list, { pages, pageParams: [] });
    apply(events({ station: 2, event: { type: "connector.faulted", evse: 1, connector: 1 } }));

    const after = queries.getQueryData<{ pages: typeof pages }>(list);
    expect(after?.pages[0]?.rows[1]?.connectors[0]?.status).toBe("faulted");
    expect(after?.pages[0]?.rows[0]).toBe(pages[0]?.rows[0]);
    expect(after?.pages[1]).toBe(pages[1]);
  });

  it("reaches the station's own page, its session, and the charts", () => {
    queries.setQueryData(key("stations.byIdentity", { identity: "CS-1" }), {
      ...station(1),
      connectors: [connector({ session: charging })],
    });
    queries.setQueryData(key("sessions.byId", { id: 7 }), {
      id: 7,
      status: "open",
      station: { id: 1, connected: true },
      powerW: null,
    });
    const empty = { at: [], powerW: [], energyWh: [], stateOfCharge: [], offeredW: [], gaps: [] };
    queries.setQueryData(key("sessions.samples", { id: 7 }), empty);
    queries.setQueryData(key("stations.power", { id: 1 }), []);
    apply(readings([1, 1, 7, 7_400, 1_200, 41]));

    expect(queries.getQueryData(key("stations.byIdentity", { identity: "CS-1" }))).toMatchObject({ powerW: 7_400 });
    expect(queries.getQueryData(key("sessions.byId", { id: 7 }))).toMatchObject({ powerW: 7_400, stateOfCharge: 41 });
    expect(queries.getQueryData(key("sessions.samples", { id: 7 }))).toMatchObject({ at: [2_000], powerW: [7_400] });
    expect(queries.getQueryData(key("stations.power", { id: 1 }))).toMatchObject([
      { evse: 1, points: [{ powerW: 7_400 }] },
    ]);
    apply(readings([1, 1, 7, 7_400, 1_200, 41]));
    expect(queries.getQueryData(key("sessions.samples", { id: 7 }))).toMatchObject({ at: [2_000] });
  });

  it("tells a session that its station is gone", () => {
    queries.setQueryData(key("sessions.list"), {
      rows: [{ id: 7, status: "open", station: { id: 1, connected: true } }],
    });
    apply(events({ station: 1, event: { type: "station.disconnected", closeCode: 1006, closeReason: "" } }));
    expect(queries.getQueryData(key("sessions.list"))).toMatchObject({ rows: [{ station: { connected: false } }] });
  });

  it("does not make an answer look fresher than it is", () => {
    queries.setQueryData(key("stations.rows"), [station(1)], { updatedAt: 5 });
    apply(events({ station: 1, event: { type: "connector.faulted", evse: 1, connector: 1 } }));
    expect(queries.getQueryData(key("stations.rows"))).toMatchObject([{ connectors: [{ status: "faulted" }] }]);
    expect(queries.getQueryState(key("stations.rows"))?.dataUpdatedAt).toBe(5);
  });

  it("asks again once for what many events touch", () => {
    const token = { event: { type: "token.changed", token: "ABBA" } } as const;
    apply(events(token, token), events(token));
    expect(asked.map(({ path }) => path)).toEqual([
      "tokens.list",
      "tokens.byId",
      "tokens.groups",
      "lists.all",
      "lists.ofStation",
    ]);
  });
});

describe("asking again", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const watched = (path: string, input: object, answer: unknown = {}) => {
    const queryFn = vi.fn(async () => answer);
    const off = new QueryObserver(queries, {
      queryKey: key(path, input),
      queryFn,
      staleTime: Number.POSITIVE_INFINITY,
    }).subscribe(() => {});
    return { queryFn, off };
  };

  it("happens at once, and then at its pace, however often it is wanted", async () => {
    const { queryFn, off } = watched("stations.facets", {});
    await vi.advanceTimersByTimeAsync(0);
    const { askAgain, stop } = createAskAgain(queries);
    for (let i = 0; i < 50; i++) {
      askAgain({ path: "stations.facets" });
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(5_000);
    // The first asking of the page itself; one at once; one a second while it goes on.
    expect(queryFn.mock.calls.length).toBeGreaterThanOrEqual(6);
    expect(queryFn.mock.calls.length).toBeLessThanOrEqual(8);
    stop();
    off();
  });

  it("lets a slow answer come although the network changes faster, and asks once more after it", async () => {
    const queryFn = vi.fn(
      () => new Promise<number>((resolve) => setTimeout(resolve, 2_500, queryFn.mock.calls.length)),
    );
    const observer = new QueryObserver(queries, { queryKey: key("commands.list"), queryFn });
    const shown: unknown[] = [];
    const off = observer.subscribe(({ data }) => data !== undefined && shown.push(data));
    const { askAgain, stop } = createAskAgain(queries);
    for (let i = 0; i < 60; i++) {
      askAgain({ path: "commands.list" });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(shown).toEqual(expect.arrayContaining([1, 2]));
    await vi.advanceTimersByTimeAsync(10_000);
    const asked = queryFn.mock.calls.length;
    expect(shown.at(-1)).toBe(asked);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(queryFn.mock.calls.length, "nothing more happens, so nothing more is asked").toBe(asked);
    stop();
    off();
  });

  it("is only for what is meant: by what was asked, or by what was answered", async () => {
    const mine = watched("sessions.byId", { id: 7 });
    const other = watched("sessions.byId", { id: 8 });
    const station = watched("stations.byIdentity", { identity: "CS-412" }, { id: 412 });
    await vi.advanceTimersByTimeAsync(0);
    const { askAgain, stop } = createAskAgain(queries);
    askAgain({ path: "sessions.byId", about: { id: 7 } });
    askAgain({ path: "stations.byIdentity", about: { id: 412 } });
    askAgain({ path: "stations.byIdentity", about: { id: 413 } });
    await vi.advanceTimersByTimeAsync(0);
    expect([mine, other, station].map(({ queryFn }) => queryFn.mock.calls.length)).toEqual([2, 1, 2]);
    stop();
    for (const { off } of [mine, other, station]) off();
  });
});
