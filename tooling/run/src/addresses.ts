import { networkInterfaces } from "node:os";
import type { Settings } from "./settings";

export interface Addresses {
  console: string;
  /** The console as other machines of this network reach it; none when there is no network. */
  consoleOnLan?: string;
  /** What stations dial, without their name. */
  stations: string;
}

/** Where people and stations find us: as configured, else as this machine is known on its network. */
export function addressesOf({ webPort, gatewayPort, publicUrl, gatewayPublicUrl }: Settings): Addresses {
  const lan = lanAddress();
  return {
    console: publicUrl ?? `http://localhost:${webPort}`,
    consoleOnLan: publicUrl === undefined && lan !== undefined ? `http://${lan}:${webPort}` : undefined,
    stations: gatewayPublicUrl ?? `ws://${lan ?? "localhost"}:${gatewayPort}/ocpp`,
  };
}

function lanAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.find(({ family, internal }) => family === "IPv4" && !internal)?.address;
}
