import type { PowerLine } from "@/server/stations/power";
import type { StationDetail } from "./station-view";

/** Gives each connector the line of its last hour. */
export function withLastHour(station: StationDetail, power: readonly PowerLine[]): StationDetail {
  return {
    ...station,
    connectors: station.connectors.map((connector) => {
      const line = power.find(({ evse }) => evse === connector.evse);
      return line
        ? { ...connector, lastHour: line.points.map(({ at, powerW }) => ({ at: at.getTime(), value: powerW })) }
        : connector;
    }),
  };
}
