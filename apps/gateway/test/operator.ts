import { createPostgresBus } from "@chargehand/bus/postgres-bus";
import type { Command } from "@chargehand/domain/command";
import type { HoldingKind, HoldingKinds } from "@chargehand/domain/holding";
import { waitFor } from "@chargehand/testing/wait-for";
import { expect } from "vitest";
import type { TestGateway } from "./harness";

/** Gives commands as the console does, and sees what becomes of them and of what stations hold. */
export async function startOperator(gateway: TestGateway) {
  const bus = await createPostgresBus({ url: gateway.databaseUrl });

  /** A row and a bell. */
  async function give(identity: string, command: Command): Promise<number> {
    const row = await gateway.row<{ id: number; station_id: number }>(
      `INSERT INTO command (station_id, type, command, expires_at)
       SELECT id, $2, $3, now() + interval '1 minute' FROM station WHERE identity = $1 RETURNING id, station_id`,
      identity,
      command.type,
      JSON.stringify(command),
    );
    bus.publish("commands", String(row.station_id));
    return row.id;
  }

  const becomes = (id: number, expected: object) =>
    waitFor(
      async () => {
        const [row] = await gateway.rows(
          "SELECT delivery, answer, proof, detail, evidence, action, payload FROM command WHERE id = $1",
          id,
        );
        expect(row).toMatchObject(expected);
        return true;
      },
      { what: `command ${id} to become ${JSON.stringify(expected)}`, timeoutMs: 5000 },
    );

  /** What a station holds of a kind, by key. */
  const held = async <K extends HoldingKind>(identity: string, kind: K): Promise<HoldingKinds[K][]> =>
    (
      await gateway.rows<{ value: HoldingKinds[K] }>(
        `SELECT h.value FROM holding h JOIN station s ON s.id = h.station_id
         WHERE s.identity = $1 AND h.kind = $2 ORDER BY h.key`,
        identity,
        kind,
      )
    ).map(({ value }) => value);

  return { give, becomes, held, stop: () => bus.close() };
}

export type Operator = Awaited<ReturnType<typeof startOperator>>;
