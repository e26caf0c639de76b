import { createPostgresBus } from "@chargehand/bus/postgres-bus";
import type { Command } from "@chargehand/domain/command";
import { VirtualStation } from "@chargehand/simulator/station";
import type { StationOptions } from "@chargehand/simulator/station-options";
import { waitFor } from "@chargehand/testing/wait-for";
import { expect } from "vitest";
import { startTestGateway } from "./harness";

/** A gateway with virtual stations, and an operator who gives them commands as the console does. */
export async function startMaintenanceHouse(env: Record<string, string> = {}) {
  const gateway = await startTestGateway(env);
  const bus = await createPostgresBus({ url: gateway.databaseUrl });
  const stations: VirtualStation[] = [];

  const fate = async (id: number) =>
    (
      await gateway.rows<Record<string, unknown>>(
        "SELECT delivery, answer, proof, detail, evidence, action, payload FROM command WHERE id = $1",
        id,
      )
    )[0];

  return {
    gateway,
    async station(identity: string, options: Pick<StationOptions, "version"> & Partial<StationOptions>) {
      await gateway.addStation(identity);
      const station = new VirtualStation({ identity, url: gateway.url, stepMs: 5, rebootMs: 20, ...options });
      stations.push(station);
      await station.connect();
      return station;
    },
    async give(identity: string, command: Command): Promise<number> {
      const row = await gateway.row<{ id: number; station_id: number }>(
        `INSERT INTO command (station_id, type, command, expires_at)
         SELECT id, $2, $3, now() + interval '1 minute' FROM station WHERE identity = $1 RETURNING id, station_id`,
        identity,
        command.type,
        JSON.stringify(command),
      );
      bus.publish("commands", String(row.station_id));
      return row.id;
    },
    fate,
    becomes: (id: number, expected: object) =>
      waitFor(
        async () => {
          expect(await fate(id)).toMatchObject(expected);
          return true;
        },
        { what: `command ${id} to become ${JSON.stringify(expected)}`, timeoutMs: 8000 },
      ),
    /** What a station holds of a kind, as soon as it fits. */
    holds: (identity: string, kind: string, fits: (values: Record<string, unknown>[]) => void) =>
      waitFor(
        async () => {
          const rows = await gateway.rows<{ key: string; value: object }>(
            `SELECT h.key, h.value FROM holding h JOIN station s ON s.id = h.station_id
             WHERE s.identity = $1 AND h.kind = $2 ORDER BY h.key`,
            identity,
            kind,
          );
          fits(rows.map(({ key, value }) => ({ key, ...value })));
          return true;
        },
        { what: `what ${identity} holds of ${kind}`, timeoutMs: 8000 },
      ),
    /** An event of a type, once there is one. */
    event: (identity: string, type: string) =>
      waitFor(async () => (await gateway.events(identity)).find((event) => event.type === type), { what: type }),
    async stop() {
      for (const station of stations) station.stop();
      await bus.close();
      await gateway.stop();
    },
  };
}

export type MaintenanceHouse = Awaited<ReturnType<typeof startMaintenanceHouse>>;
