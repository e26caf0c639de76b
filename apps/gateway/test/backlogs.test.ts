import { sessionEnergyWh } from "@chargehand/domain/sessions/energy";
import type { SessionState } from "@chargehand/domain/station-state";
import { Random } from "@chargehand/simulator/random";
import { beforeAll, describe, expect, it } from "vitest";
import { type Kept, silentlyWrong } from "./backlogs/compare";
import { Memory } from "./backlogs/memory";
import { cards, type Recording, record } from "./backlogs/record";
import { asSent, type Backlog, scramble } from "./backlogs/scramble";
import { versions } from "./harness";
import { withOrders } from "./with-orders";

const orders = withOrders();
const recordings: Recording[] = [];

beforeAll(async () => {
  for (const card of cards) await orders.gateway().addToken(card, { group: "family" });
  const random = new Random(20261123);
  for (const version of versions) {
    recordings.push(await record(orders, version, { random, charges: 25 }));
  }
});

const backlogs = 1000;

describe("a thousand scrambled backlogs", () => {
  it("rebuild into the sessions of the stations' ledgers, or say that a person must look", () => {
    const wrong: string[] = [];
    const tally = { sessions: 0, exact: 0 };
    for (let seed = 1; seed <= backlogs; seed++) {
      const random = new Random(seed);
      const recording = recordings[seed % recordings.length];
      if (!recording) throw new Error("nothing was recorded");
      const backlog = scramble(recording, random);
      const { memory, names } = replay(recording, backlog);
      for (const truth of recording.ledger.filter(({ transaction }) => backlog.transactions.includes(transaction))) {
        const wireId = recording.version === "1.6" ? names.get(truth.transaction)?.toString() : truth.wireId;
        const session = [...memory.sessions.values()].find((each) => each.wireId === wireId && !each.orphan);
        const wasHeard = backlog.steps.some(
          (step) => step !== "restart" && step.transaction === truth.transaction && recording.version !== "1.6",
        );
        if (!session) {
          if (wireId !== undefined && (wasHeard || names.has(truth.transaction))) wrong.push(`seed ${seed}: not kept`);
          continue;
        }
        tally.sessions += 1;
        const kept = toKept(session);
        const why = silentlyWrong(kept, truth);
        if (why.length === 0 && kept.attention.length === 0 && kept.status === "ended") tally.exact += 1;
        if (why.length > 0) wrong.push(`seed ${seed} ${recording.version}: ${why.join("; ")}`);
      }
    }
    expect(wrong.slice(0, 20), `${wrong.length} of ${tally.sessions} sessions`).toEqual([]);
    expect(tally.sessions).toBeGreaterThan(backlogs);
    // Flagging everything would be no reconstruction.
    expect(tally.exact / tally.sessions).toBeGreaterThan(0.5);
  });
});

describe("scrambled backlogs over real sockets, into a real database", () => {
  it.each(versions)("rebuild in %s as they do in memory, over lines that break", async (version) => {
    const gateway = orders.gateway();
    const recording = recordings.find((each) => each.version === version);
    if (!recording) throw new Error("nothing was recorded");
    let exact = 0;
    for (let seed = 1; seed <= overSockets; seed++) {
      const backlog = scramble(recording, new Random(seed));
      const name = `BACKLOG-${version}-${seed}`;
      const names = new Map<number, number>();
      let client = await gateway.boot(name, version);
      for (const step of backlog.steps) {
        if (step === "restart") {
          client.cut();
          await gateway.row("SELECT 1 FROM station WHERE identity = $1 AND NOT connected", name);
          client = await gateway.connect(name, version);
        } else {
          const { action, payload } = asSent(step, names);
          const [, , answer] = await client.call(action, payload);
          if (isNamed(answer)) names.set(step.transaction, answer.transactionId);
        }
      }
      client.close();
      const rows = await gateway.rows<KeptRow>(keptSql, name);
      for (const truth of recording.ledger.filter(({ transaction }) => backlog.transactions.includes(transaction))) {
        const wireId = version === "1.6" ? names.get(truth.transaction)?.toString() : truth.wireId;
        const row = rows.find((each) => each.wireId === wireId);
        if (!row) continue;
        const kept = { ...row, startedAt: row.startedAt ?? undefined, endedAt: row.endedAt ?? undefined };
        expect(silentlyWrong({ ...kept, energyWh: row.energyWh ?? undefined }, truth), `${name} ${wireId}`).toEqual([]);
        if (row.attention.length === 0 && row.status === "ended") exact += 1;
      }
    }
    expect(exact).toBeGreaterThan(overSockets / 2);
  });
});

const overSockets = 12;

interface KeptRow extends Omit<Kept, "startedAt" | "endedAt" | "energyWh"> {
  startedAt: Date | null;
  endedAt: Date | null;
  energyWh: number | null;
}

const keptSql = `SELECT x.wire_id AS "wireId", x.status, x.provisional, x.started_at AS "startedAt", x.ended_at AS "endedAt",
    x.token, x.stop_reason AS "stopReason", coalesce(x.meter_end_wh, x.meter_wh) - x.meter_start_wh AS "energyWh", x.attention
  FROM session x JOIN station s ON s.id = x.station_id WHERE s.identity = $1 AND NOT x.orphan`;

const isNamed = (answer: unknown): answer is { transactionId: number } =>
  typeof answer === "object" && answer !== null && "transactionId" in answer;

function replay(recording: Recording, backlog: Backlog) {
  const memory = new Memory(recording.version, Date.now());
  const names = new Map<number, number>();
  for (const step of backlog.steps) {
    if (step === "restart") memory.restart();
    else {
      const { action, payload } = asSent(step, names);
      const answer = memory.hear(action, payload);
      if ("transactionId" in answer) names.set(step.transaction, Number(answer.transactionId));
    }
  }
  memory.saysThatIsAll();
  return { memory, names };
}

const toKept = (session: SessionState): Kept => ({
  wireId: session.wireId ?? "",
  status: session.status,
  provisional: session.provisional,
  startedAt: session.startedAt,
  endedAt: session.endedAt,
  token: session.token?.value,
  stopReason: session.stopReason,
  energyWh: sessionEnergyWh(session),
  attention: session.attention,
});
