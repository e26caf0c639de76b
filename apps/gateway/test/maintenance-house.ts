import type { HoldingKind } from "@chargehand/domain/holding";
import { VirtualStation } from "@chargehand/simulator/station";
import type { StationOptions } from "@chargehand/simulator/station-options";
import { waitFor } from "@chargehand/testing/wait-for";
import { startTestGateway } from "./harness";
import { startOperator } from "./operator";

/** A gateway with virtual stations, and an operator who gives them commands as the console does. */
export async function startMaintenanceHouse(env: Record<string, string> = {}) {
  const gateway = await startTestGateway(env);
  const operator = await startOperator(gateway);
  const stations: VirtualStation[] = [];

  return {
    ...{ gateway, operator },
    async station(identity: string, options: Pick<StationOptions, "version"> & Partial<StationOptions>) {
      await gateway.addStation(identity);
      const station = new VirtualStation({ identity, url: gateway.url, stepMs: 5, rebootMs: 20, ...options });
      stations.push(station);
      await station.connect();
      return station;
    },
    give: operator.give,
    fate: operator.fate,
    becomes: operator.becomes,
    /** What a station holds of a kind, as soon as it fits. */
    holds: (identity: string, kind: HoldingKind, fits: (values: Record<string, unknown>[]) => void) =>
      waitFor(
        async () => {
          const held = Object.entries(await operator.held(identity, kind));
          fits(held.map(([key, value]) => ({ key, ...value })));
          return true;
        },
        { what: `what ${identity} holds of ${kind}` },
      ),
    /** An event of a type, once there is one. */
    event: (identity: string, type: string) =>
      waitFor(async () => (await gateway.events(identity)).find((event) => event.type === type), { what: type }),
    async stop() {
      for (const station of stations) station.stop();
      await operator.stop();
      await gateway.stop();
    },
  };
}

export type MaintenanceHouse = Awaited<ReturnType<typeof startMaintenanceHouse>>;
