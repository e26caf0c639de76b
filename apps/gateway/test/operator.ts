import { createPostgresBus } from "@chargehand/bus/postgres-bus";
import type { Answer, Command, Delivery, Proof } from "@chargehand/domain/command";
import type { HoldingKind, HoldingKinds } from "@chargehand/domain/holding";
import { waitFor } from "@chargehand/testing/wait-for";
import { expect } from "vitest";
import type { TestGateway } from "./harness";

/** What has become of a command. */
export interface Fate {
  delivery: Delivery;
  action: string | null;
  payload: unknown;
  message_id: string | null;
  answer: Answer | null;
  response: unknown;
  detail: string | null;
  proof: Proof;
  evidence: string | null;
}

/** Gives commands as the console does, and sees what becomes of them and of what stations hold. */
export async function startOperator(gateway: TestGateway) {
  const bus = await createPostgresBus({ url: gateway.databaseUrl });

  const fate = (id: number) =>
    gateway.row<Fate>(
      `SELECT delivery, action, payload, message_id, answer, response, detail, proof, evidence FROM command WHERE id = $1`,
      id,
    );

  return {
    bus,
    /** A row and a bell; further columns as the test needs them. Resolves with the command's number. */
    async give(identity: string, command: Command, columns: Record<string, unknown> = {}): Promise<number> {
      const values = { expires_at: new Date(Date.now() + 60_000), ...columns };
      const names = Object.keys(values);
      const row = await gateway.row<{ id: number; station_id: number }>(
        `INSERT INTO command (station_id, type, command${names.map((name) => `, ${name}`).join("")})
         SELECT id, $2, $3${names.map((_, index) => `, $${index + 4}`).join("")} FROM station WHERE identity = $1
         RETURNING id, station_id`,
        identity,
        command.type,
        JSON.stringify(command),
        ...Object.values(values),
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
        { what: `command ${id} to become ${JSON.stringify(expected)}`, timeoutMs: 10_000 },
      ),
    /** What the console does once it has changed something about a station. */
    async ring(identity: string) {
      const { id } = await gateway.row<{ id: number }>("SELECT id FROM station WHERE identity = $1", identity);
      bus.publish("commands", String(id));
    },
    /** What a station holds of a kind, by key and in the order of its keys. */
    held: async <K extends HoldingKind>(identity: string, kind: K): Promise<Record<string, HoldingKinds[K]>> =>
      Object.fromEntries(
        (
          await gateway.rows<{ key: string; value: HoldingKinds[K] }>(
            `SELECT h.key, h.value FROM holding h JOIN station s ON s.id = h.station_id
             WHERE s.identity = $1 AND h.kind = $2 ORDER BY h.key`,
            identity,
            kind,
          )
        ).map(({ key, value }) => [key, value]),
      ),
    stop: () => bus.close(),
  };
}

export type Operator = Awaited<ReturnType<typeof startOperator>>;
