import type { Bus } from "@chargehand/bus/bus";
import { createPostgresBus } from "@chargehand/bus/postgres-bus";
import type { Command } from "@chargehand/domain/command";
import type { Version } from "@chargehand/ocpp/version";
import { VirtualStation } from "@chargehand/simulator/station";
import type { StationOptions } from "@chargehand/simulator/station-options";
import { waitFor } from "@chargehand/testing/wait-for";
import { afterAll, beforeAll, expect } from "vitest";
import { startTestGateway, type TestGateway } from "./harness";

/** A gateway whose stations are virtual ones, and an operator who gives them commands. */
export function withOrders(env: Record<string, string> = {}) {
  let gateway: TestGateway | undefined;
  let bus: Bus | undefined;
  const virtual: VirtualStation[] = [];
  beforeAll(async () => {
    gateway = await startTestGateway({ UNKNOWN_TOKENS: "accept", ...env });
    bus = await createPostgresBus({ url: gateway.databaseUrl });
  });
  afterAll(async () => {
    await Promise.all(virtual.map((station) => station.stop()));
    await bus?.close();
    await gateway?.stop();
  });

  const house = (): TestGateway => {
    if (!gateway) throw new Error("the gateway is not open yet");
    return gateway;
  };

  /** Gives a command as the console does: a row and a bell. Resolves with its number. */
  async function give(identity: string, command: Command): Promise<number> {
    const row = await house().row<{ id: number; station_id: number }>(
      `INSERT INTO command (station_id, type, command, expires_at)
       SELECT id, $2, $3, now() + interval '1 minute' FROM station WHERE identity = $1 RETURNING id, station_id`,
      identity,
      command.type,
      JSON.stringify(command),
    );
    bus?.publish("commands", String(row.station_id));
    return row.id;
  }

  const becomes = (id: number, expected: object) =>
    waitFor(
      async () => {
        const sql = "SELECT delivery, answer, proof, detail, evidence, action, payload FROM command WHERE id = $1";
        const [row] = await house().rows<Record<string, unknown>>(sql, id);
        expect(row).toMatchObject(expected);
        return true;
      },
      { what: `command ${id} to become ${JSON.stringify(expected)}`, timeoutMs: 10_000 },
    );

  return {
    gateway: house,
    /** What the console does once it has changed something about a station. */
    async ring(identity: string) {
      const { id } = await house().row<{ id: number }>("SELECT id FROM station WHERE identity = $1", identity);
      bus?.publish("commands", String(id));
    },
    give,
    becomes,
    /** A command that is given, and what has to become of it. */
    async done(identity: string, command: Command, expected: object = { answer: "accepted", proof: "confirmed" }) {
      const id = await give(identity, command);
      await becomes(id, expected);
      return id;
    },
    /** A virtual station that is connected and accepted. */
    async station(identity: string, version: Version, options: Partial<StationOptions> = {}): Promise<VirtualStation> {
      const known = await house().rows("SELECT 1 FROM station WHERE identity = $1", identity);
      if (known.length === 0) await house().addStation(identity);
      const station = new VirtualStation({ identity, version, url: house().url, ...options });
      virtual.push(station);
      await station.connect();
      await waitFor(() => station.registration === "Accepted", { what: `${identity} to be accepted` });
      return station;
    },
    /** What a station holds of a kind, by key. */
    held: async (identity: string, kind: string) =>
      Object.fromEntries(
        (
          await house().rows<{ key: string; value: unknown }>(
            `SELECT h.key, h.value FROM holding h JOIN station s ON s.id = h.station_id
             WHERE s.identity = $1 AND h.kind = $2`,
            identity,
            kind,
          )
        ).map(({ key, value }) => [key, value]),
      ),
  };
}
