import { readdirSync, readFileSync } from "node:fs";
import { validateResponse } from "@chargehand/ocpp/validate";
import { type Version, versionOf } from "@chargehand/ocpp/version";
import type { RawClient } from "@chargehand/simulator/raw-client";
import { waitFor } from "@chargehand/testing/wait-for";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestGateway, type TestGateway } from "./harness";
import { type Operator, startOperator } from "./operator";

// Conversations between charging-station programs that nobody here wrote and a server that accepted everything. The
// station's side is played again, and every call of the server's is given as a raw command, so that its answer is played too.
const folder = new URL("./captures/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));

type Frame = [type: number, id: string, ...rest: unknown[]];
type Line =
  | { connect: { offered: string; path: string } }
  | { from: "station" | "csms"; frame: Frame }
  | { ping: true }
  | { close: string };

const lostByBoot = { status: "ended", ended_by: "assumed", attention: ["end-assumed"] };

/** What must have come of the sessions in each conversation: what their stations said of them. */
const sessions: Record<string, object[]> = {
  "1.6-mass-simulator.jsonl": [{ status: "ended", ended_by: "station", evse: 1, token: "TAG1", start: 0, end: 27 }],
  "1.6-microcontroller-firmware.jsonl": [
    {
      status: "ended",
      ended_by: "station",
      evse: 1,
      token: "TAG1",
      start: 0,
      end: 21,
      stop_reason: expect.stringMatching(/soft.?reset/i),
    },
  ],
  "1.6-security-cpp-stack.jsonl": [{ status: "open", evse: 1, token: "TAG1", start: 0, end: null }],
  // These reset, boot and are available again without a word about their session.
  "1.6-virtual-charge-point.jsonl": [{ ...lostByBoot, evse: 1, token: "TAG1", start: 0 }],
  "2.0.1-mass-simulator.jsonl": [{ status: "ended", ended_by: "station", evse: 1, token: null, seen: "0-2" }],
  "2.0.1-virtual-charge-point.jsonl": [{ ...lostByBoot, token: "TAG1", seen: "0" }],
  "2.1-virtual-charge-point.jsonl": [{ ...lostByBoot, token: "TAG1", seen: "0" }],
};

let gateway: TestGateway;
let operator: Operator;
beforeAll(async () => {
  gateway = await startTestGateway();
  operator = await startOperator(gateway);
  await gateway.addToken("TAG1");
});
afterAll(async () => {
  await operator.stop();
  await gateway.stop();
});

describe.each(names)("the conversation %s", (name) => {
  it("gets the right answer to every frame of the station, and its sessions come out right", async () => {
    const lines = read(name);
    const first = lines.find((line) => "connect" in line);
    const identity = decodeURIComponent(first?.connect.path.split("/").at(-1) ?? "");
    await gateway.addStation(identity);
    const played = await play(lines, identity);
    expect(played.calls).toBe(
      lines.filter((line) => "frame" in line && line.from === "station" && line.frame[0] === 2).length,
    );

    expect(
      await gateway.rows(
        `SELECT f.action, f.verdict, f.note FROM journal.frame f JOIN station s ON s.id = f.station_id
         WHERE identity = $1 AND direction = 0 AND verdict <> 'ok' AND action <> 'Heartbeat'`,
        identity,
      ),
    ).toEqual([]);
    expect(
      await gateway.rows(
        `SELECT status, ended_by, evse, token, meter_start_wh AS start, meter_end_wh AS end, meter_wh, stop_reason, seen, attention, orphan
         FROM session x JOIN station s ON s.id = x.station_id WHERE identity = $1 ORDER BY x.id`,
        identity,
      ),
    ).toMatchObject(sessions[name] ?? []);
  });
});

/** Plays a conversation; every answer is asserted on its way. */
async function play(lines: Line[], identity: string): Promise<{ calls: number }> {
  const recorded = new Map(
    lines.flatMap((line) => ("frame" in line && line.from === "csms" ? [[line.frame[1], line.frame]] : [])),
  );
  const liveIds = new Map<string, string>();
  const transactions = new Map<number, number>();
  let station: RawClient | undefined;
  let version: Version = "1.6";
  let calls = 0;

  for (const line of lines) {
    if ("connect" in line) {
      version = versionOf(line.connect.offered) ?? "1.6";
      station = await gateway.connect(identity, version, { protocols: [line.connect.offered] });
    } else if ("close" in line) {
      station?.close();
      await station?.closed;
    } else if ("ping" in line) {
      station?.ping();
    } else if (station && line.from === "csms" && line.frame[0] === 2) {
      const [, id, action, payload] = line.frame;
      const live = await give(identity, String(action), renumbered(payload, transactions), station);
      if (live) liveIds.set(id, live);
    } else if (station && line.from === "station") {
      const [type, id, ...rest] = line.frame;
      if (type !== 2) {
        const live = liveIds.get(id);
        if (live) station.send(JSON.stringify([type, live, ...rest]));
        continue;
      }
      calls++;
      const [action, payload] = rest;
      const answer = await station.call(String(action), renumbered(payload, transactions), id);
      expect(answer[0], JSON.stringify({ said: line.frame, answer })).toBe(3);
      expect(validateResponse(version, String(action), answer[2])).toMatchObject({ ok: true });
      if (Object(payload).idTag !== undefined) expect(answer[2]).toHaveProperty("idTagInfo");
      expectLike(answer[2], recorded.get(id)?.[2], transactions);
    }
  }
  return { calls };
}

// The recorded server accepted every boot and token; so must we, since these are ours. Its numbers were its own.
function expectLike(ours: unknown, theirs: unknown, transactions: Map<number, number>) {
  const [mine, their] = [Object(ours), Object(theirs)];
  expect(mine.status).toEqual(their.status);
  // About a token something is said where the station named one; the recorded server said it always.
  if (mine.idTagInfo) expect(mine.idTagInfo.status).toBe(their.idTagInfo.status);
  expect(mine.idTokenInfo?.status).toEqual(their.idTokenInfo?.status);
  expect(typeof mine.transactionId).toBe(typeof their.transactionId);
  if (their.transactionId !== undefined) transactions.set(their.transactionId, mine.transactionId);
}

function renumbered(payload: unknown, transactions: Map<number, number>): object {
  const { transactionId } = Object(payload);
  const ours = transactions.get(transactionId);
  return ours === undefined ? Object(payload) : { ...Object(payload), transactionId: ours };
}

/** Gives a raw command and waits until it is on the line; undefined when it cannot be said in the station's version. */
async function give(
  identity: string,
  action: string,
  payload: object,
  station: RawClient,
): Promise<string | undefined> {
  const id = await operator.give(identity, { type: "raw", action, payload });
  const { answer, message_id } = await waitFor(
    async () => {
      await declineOtherCalls(identity, station);
      const [row] = await gateway.rows<{ answer: string | null; message_id: string | null }>(
        "SELECT answer, message_id FROM command WHERE id = $1",
        id,
      );
      return row?.message_id || row?.answer ? row : undefined;
    },
    { what: `${action} to be sent` },
  );
  if (message_id === null) {
    expect(answer).toMatch(/error|unsupported/);
    return undefined;
  }
  await station.next({ fits: (text) => text.startsWith("[2,") && text.includes(message_id) });
  return message_id;
}

/** What our own domain asks on top, such as reading back what was written, no recorded station can answer. */
async function declineOtherCalls(identity: string, station: RawClient) {
  const others = await gateway.rows<{ message_id: string }>(
    `SELECT message_id FROM command c JOIN station s ON s.id = c.station_id
     WHERE identity = $1 AND origin = 'system' AND message_id IS NOT NULL AND answer IS NULL AND delivery = 'sent'`,
    identity,
  );
  for (const { message_id } of others) station.send(JSON.stringify([4, message_id, "NotSupported", "", {}]));
}

function read(name: string): Line[] {
  return readFileSync(new URL(name, folder), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line): Line => JSON.parse(line));
}
