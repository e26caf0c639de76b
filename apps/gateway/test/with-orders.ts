import type { Command } from "@chargehand/domain/command";
import type { HoldingKind } from "@chargehand/domain/holding";
import type { Version } from "@chargehand/ocpp/version";
import { VirtualStation } from "@chargehand/simulator/station";
import type { StationOptions } from "@chargehand/simulator/station-options";
import { waitFor } from "@chargehand/testing/wait-for";
import { afterAll, beforeAll } from "vitest";
import { startTestGateway, type TestGateway } from "./harness";
import { type Operator, startOperator } from "./operator";

/** A gateway whose stations are virtual ones, and an operator who gives them commands. */
export function withOrders(env: Record<string, string> = {}) {
  let gateway: TestGateway | undefined;
  let atDesk: Operator | undefined;
  const virtual: VirtualStation[] = [];
  beforeAll(async () => {
    gateway = await startTestGateway({ UNKNOWN_TOKENS: "accept", ...env });
    atDesk = await startOperator(gateway);
  });
  afterAll(async () => {
    await Promise.all(virtual.map((station) => station.stop()));
    await atDesk?.stop();
    await gateway?.stop();
  });

  const house = (): TestGateway => {
    if (!gateway) throw new Error("the gateway is not open yet");
    return gateway;
  };
  const operator = (): Operator => {
    if (!atDesk) throw new Error("nobody is at the desk yet");
    return atDesk;
  };

  return {
    gateway: house,
    ring: (identity: string) => operator().ring(identity),
    give: (identity: string, command: Command) => operator().give(identity, command),
    becomes: (id: number, expected: object) => operator().becomes(id, expected),
    /** A command that is given, and what has to become of it. */
    async done(identity: string, command: Command, expected: object = { answer: "accepted", proof: "confirmed" }) {
      const id = await operator().give(identity, command);
      await operator().becomes(id, expected);
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
    held: <K extends HoldingKind>(identity: string, kind: K) => operator().held(identity, kind),
  };
}
