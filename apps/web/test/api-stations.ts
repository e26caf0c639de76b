import type { Version } from "@chargehand/ocpp/version";
import { VirtualStation } from "@chargehand/simulator/station";
import type { StationOptions } from "@chargehand/simulator/station-options";
import { startTestGateway } from "../../gateway/test/harness";
import { pepper, type TestConsole } from "./console";
import { addStation } from "./network";

/** A gateway on the console's own database, and simulated stations that dial it. */
export async function openField(house: TestConsole, env: Record<string, string> = {}) {
  const borrowed = Promise.resolve({ url: house.url, drop: async () => {} });
  const gateway = await startTestGateway({ STATION_SECRET_PEPPER: pepper, ...env }, borrowed);
  const stations: VirtualStation[] = [];

  /** A station that is known and needs no password, connected and accepted. */
  async function connect(identity: string, version: Version, options: Partial<StationOptions> = {}) {
    await addStation(house, { identity, version, connected: false, passwordless: true, securityProfile: 0 });
    const station = new VirtualStation({ identity, version, url: gateway.url, rebootMs: 20, ...options });
    stations.push(station);
    await station.connect();
    return station;
  }

  return {
    url: gateway.url,
    connect,
    async close() {
      for (const station of stations) station.stop();
      await gateway.stop();
    },
  };
}

export type TestField = Awaited<ReturnType<typeof openField>>;
