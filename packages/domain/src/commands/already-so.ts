import type { Watch } from "../proof";
import type { StationState } from "../station-state";
import { isAt } from "./recognise";

/** Whether what is already known proves a watch, so that no further word of the station is to be expected. */
export function alreadySo(state: StationState, watch: Watch): boolean {
  if (watch.for === "reserved") {
    return [...state.connectors.values()].some(
      ({ place, status }) => status === "reserved" && isAt(place, watch.place),
    );
  }
  if (watch.for !== "availability") return false;
  const { place, operative } = watch;
  const concerned = [...state.connectors.values()].filter(
    (connector) =>
      connector.place.evse > 0 &&
      (!place || place.evse === 0 || connector.place.evse === place.evse) &&
      (place?.connector === undefined || place.connector === 0 || connector.place.connector === place.connector),
  );
  return concerned.length > 0 && concerned.every(({ status }) => (status !== "unavailable") === operative);
}
