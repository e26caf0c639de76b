import type { Series } from "../server/sessions/series";
import type { PowerLine } from "../server/stations/power";
import type { SessionNews } from "./patch-session";

/** A session's series with its newest readings at the end. */
export function appendToSeries(series: Series, readings: SessionNews["readings"]): Series {
  const fresh = readings.filter(({ at }) => at > (series.at.at(-1) ?? 0));
  if (fresh.length === 0) return series;
  const values = (index: 3 | 4 | 5) => fresh.map(({ reading }) => reading[index]);
  return {
    ...series,
    at: [...series.at, ...fresh.map(({ at }) => at)],
    powerW: [...series.powerW, ...values(3)],
    energyWh: [...series.energyWh, ...values(4)],
    stateOfCharge: [...series.stateOfCharge, ...values(5)],
    offeredW: [...series.offeredW, ...fresh.map(() => null)],
  };
}

/** A station's lines of power with its newest readings at their ends. */
export function appendToPower(lines: PowerLine[], readings: SessionNews["readings"]): PowerLine[] {
  return readings.reduce((all, { at, reading: [, evse, session, powerW] }) => {
    if (session === null || powerW === null) return all;
    const line = all.find((each) => each.evse === evse) ?? { evse, points: [] };
    if (at <= (line.points.at(-1)?.at.getTime() ?? 0)) return all;
    const longer = { evse, points: [...line.points, { at: new Date(at), powerW }] };
    return [...all.filter((each) => each !== line), longer].toSorted((a, b) => a.evse - b.evse);
  }, lines);
}
