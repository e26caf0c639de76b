import type { Version } from "@chargehand/ocpp/version";
import type { RawClient } from "@chargehand/simulator/raw-client";
import { VirtualStation } from "@chargehand/simulator/station";
import { waitFor } from "@chargehand/testing/wait-for";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestGateway, type TestGateway, versions } from "./harness";
import { type Operator, startOperator } from "./operator";

let gateway: TestGateway;
let operator: Operator;
const stations: VirtualStation[] = [];
const raw: RawClient[] = [];
beforeAll(async () => {
  gateway = await startTestGateway({ LISTS_AT_ONCE: "1" });
  operator = await startOperator(gateway);
});
beforeEach(async () => {
  await gateway.rows("DELETE FROM token");
  await gateway.rows("DELETE FROM local_list");
});
afterEach(() => {
  for (const station of stations.splice(0)) station.stop();
  for (const client of raw.splice(0)) client.close();
});
afterAll(async () => {
  await operator.stop();
  await gateway.stop();
});

/** The list of one station: those of other tests stay alone. */
const wish = (station: number, byItself = true) =>
  gateway.rows(
    `INSERT INTO local_list (scope, station_id, kinds, groups, by_itself) VALUES ('station:' || $1, $1::int, '{}', '{}', $2)`,
    station,
    byItself,
  );

/** Changes tokens as the console does: the rows, then the bell. */
async function change(sql: string, ...values: unknown[]) {
  await gateway.rows(sql, ...values);
  operator.bus.publish("tokens");
}

const add = (count: number, prefix: string) =>
  change(
    `INSERT INTO token (value, folded, kind) SELECT $1 || n, $1 || n, 'iso14443' FROM generate_series(1, $2::int) n`,
    prefix,
    count,
  );
const block = (value: string) => change("UPDATE token SET status = 'blocked' WHERE value = $1", value);

interface ListRow {
  state: string;
  mode: string;
}

const listOf = (station: number, state: string, version: number) =>
  waitFor(
    async () =>
      (
        await gateway.rows<ListRow>(
          "SELECT * FROM station_list WHERE station_id = $1 AND state = $2 AND held_version = $3",
          station,
          state,
          version,
        )
      )[0],
    { what: `the list of station ${station} to be ${state} at ${version}`, timeoutMs: 20_000 },
  );

describe.each(versions)("a list that goes by itself to a station of %s", (version) => {
  async function virtual(name: string) {
    const identity = `${name}-${version}`;
    const id = await gateway.addStation(identity);
    const settings = { offlineUnknownTokens: false };
    const station = new VirtualStation({ identity, version, url: gateway.url, settings });
    stations.push(station);
    await station.connect();
    return { id, station };
  }

  it("comes once the station is here, and again when a token changes, by difference", async () => {
    await add(20, "A");
    const { id, station } = await virtual("SELF");
    await wish(id);
    expect(await listOf(id, "idle", 1)).toMatchObject({ mode: "full" });
    await block("A7");
    expect(await listOf(id, "idle", 2)).toMatchObject({ mode: "differential" });
    station.goOffline();
    expect(await station.presentToken(1, "A7")).toBe("refused");
    expect(await station.presentToken(1, "A8")).toBe("accepted");
  });

  it("waits for a station that is away, and is brought to it when it comes back", async () => {
    await add(20, "B");
    const { id, station } = await virtual("BACK");
    await wish(id);
    await listOf(id, "idle", 1);
    station.goOffline();
    await gateway.row("SELECT 1 FROM station WHERE id = $1 AND NOT connected", id);
    await block("B1");
    await station.goOnline();
    expect(await listOf(id, "idle", 2)).toMatchObject({ mode: "differential" });
  });

  it("is replaced whole where the station says it holds another", async () => {
    await add(3, "C");
    const { id } = await virtual("OTHER");
    await wish(id);
    await listOf(id, "idle", 1);
    const entry = { value: "ALIEN", kind: "iso14443", status: "accepted" } as const;
    const lines = [{ value: "ALIEN", kind: "iso14443", entry }];
    await operator.give(`OTHER-${version}`, { type: "send-local-list", mode: "full", version: 9, lines });
    expect(await listOf(id, "idle", 10)).toMatchObject({ mode: "full" });
  });

  it("stays where it is when a person wants to send it by hand", async () => {
    await add(3, "D");
    const [hand, self] = [await virtual("HAND"), await virtual("MACHINE")];
    await wish(hand.id, false);
    await wish(self.id);
    await listOf(self.id, "idle", 1);
    await block("D1");
    await listOf(self.id, "idle", 2);
    expect(await gateway.rows("SELECT 1 FROM station_list WHERE station_id = $1", hand.id)).toEqual([]);
  });

  it("goes to no more stations at once than it may", async () => {
    await add(3, "E");
    const two = [await virtual("TURN1"), await virtual("TURN2")];
    for (const { id } of two) await wish(id);
    for (const { id } of two) await listOf(id, "idle", 1);
    const [first, second] = await gateway.rows<{ begun: Date; over: Date }>(
      `SELECT min(c.created_at) AS begun, max(l.held_at) AS over FROM command c JOIN station_list l USING (station_id)
       WHERE station_id = ANY ($1) GROUP BY station_id ORDER BY 1`,
      two.map(({ id }) => id),
    );
    expect(second?.begun.getTime()).toBeGreaterThanOrEqual(first?.over.getTime() ?? Number.POSITIVE_INFINITY);
  });

  it("takes whoever was revoked meanwhile off first, before the rest of a long list", async () => {
    await add(70, "F");
    const { id, next, answer, obey } = await patient(`LONG-${version}`, version);
    await wish(id);
    await obey("GetLocalListVersion", "SendLocalList", "GetLocalListVersion");
    const second = await next("SendLocalList");
    await block("F9");
    await gateway.row(
      "SELECT 1 FROM station_list WHERE station_id = $1 AND looked_at > (SELECT max(sent_at) FROM command WHERE station_id = $1)",
      id,
    );
    answer(second);
    await obey("GetLocalListVersion");
    const third = await next("SendLocalList");
    expect(linesOf(third)[0]).toEqual({ token: "F9", status: "Blocked" });
    answer(third);
    await obey("GetLocalListVersion", "SendLocalList", "GetLocalListVersion");
    expect(await listOf(id, "idle", 4)).toMatchObject({ mode: "differential" });
  });
});

it("is replaced whole where a station of 1.6 says that it contradicts our answers", async () => {
  await add(3, "G");
  const { id, client, obey } = await patient("CONTRA", "1.6");
  await wish(id);
  await obey("GetLocalListVersion", "SendLocalList", "GetLocalListVersion");
  await listOf(id, "idle", 1);
  await client.call("StatusNotification", { connectorId: 0, errorCode: "LocalListConflict", status: "Available" });
  await obey("GetLocalListVersion", "SendLocalList", "GetLocalListVersion");
  expect(await listOf(id, "idle", 2)).toMatchObject({ mode: "full" });
});

interface Asked {
  id: string;
  action: string;
  payload: {
    listVersion?: number;
    versionNumber?: number;
    localAuthorizationList?: {
      idTag?: string;
      idTagInfo?: { status: string };
      idToken?: { idToken: string };
      idTokenInfo?: { status: string };
    }[];
  };
}

const linesOf = ({ payload: { localAuthorizationList = [] } }: Asked) =>
  localAuthorizationList.map(({ idTag, idToken, idTagInfo, idTokenInfo }) => ({
    token: idTag ?? idToken?.idToken,
    status: (idTagInfo ?? idTokenInfo)?.status,
  }));

/** A station that answers about its list when it is told to, and takes what it is sent. */
async function patient(identity: string, version: Version) {
  const client = await gateway.boot(identity, version);
  raw.push(client);
  const { id } = await gateway.row<{ id: number }>("SELECT id FROM station WHERE identity = $1", identity);
  let held = 0;

  async function next(action: string): Promise<Asked> {
    const text = await client.next({ fits: (frame) => frame.includes(`"${action}"`), timeoutMs: 20_000 });
    const [, message, , payload] = JSON.parse(text);
    return { id: message, action, payload };
  }
  function answer({ id: message, action, payload }: Asked) {
    if (action === "SendLocalList") held = payload.listVersion ?? payload.versionNumber ?? 0;
    const version16 = version === "1.6" ? { listVersion: held } : { versionNumber: held };
    client.send(JSON.stringify([3, message, action === "SendLocalList" ? { status: "Accepted" } : version16]));
  }
  return {
    ...{ id, client, next, answer },
    async obey(...actions: string[]) {
      for (const action of actions) answer(await next(action));
    },
  };
}
