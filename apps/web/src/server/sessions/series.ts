/** One meter reading on the chart. */
export interface SamplePoint {
  at: number;
  powerW: number | null;
  /** Delivered since the start of the session. */
  energyWh: number | null;
  stateOfCharge: number | null;
  offeredW: number | null;
}

/** Columns as a chart takes them: one time axis, one array per line, null where nothing was measured. */
export interface Series {
  at: number[];
  powerW: (number | null)[];
  energyWh: (number | null)[];
  stateOfCharge: (number | null)[];
  offeredW: (number | null)[];
  /** Where readings are missing; the lines break there. */
  gaps: (readonly [from: number, to: number])[];
}

/** Thins readings, in the order of their time, to about `points`, and breaks the lines where readings are missing. */
export function seriesOf(readings: readonly SamplePoint[], points: number): Series {
  const gaps = gapsOf(readings);
  const breaks = gaps.map(([from, to]): SamplePoint => ({ ...nothing, at: (from + to) / 2 }));
  const shown = [...thinned(readings, points, gaps), ...breaks].sort((a, b) => a.at - b.at);
  return {
    at: shown.map(({ at }) => at),
    powerW: shown.map(({ powerW }) => powerW),
    energyWh: shown.map(({ energyWh }) => energyWh),
    stateOfCharge: shown.map(({ stateOfCharge }) => stateOfCharge),
    offeredW: shown.map(({ offeredW }) => offeredW),
    gaps,
  };
}

const nothing = { powerW: null, energyWh: null, stateOfCharge: null, offeredW: null };

/** A pause counts as a gap when it is three times as long as the usual one, and longer than a minute. */
function gapsOf(readings: readonly SamplePoint[]): Series["gaps"] {
  const pauses = readings.slice(1).map(({ at }, index) => at - (readings[index]?.at ?? at));
  const usual = pauses.toSorted((a, b) => a - b)[Math.floor(pauses.length / 2)] ?? 0;
  const longest = Math.max(3 * usual, 60_000);
  return readings.slice(1).flatMap(({ at }, index) => {
    const before = readings[index]?.at ?? at;
    return at - before > longest ? [[before, at] as const] : [];
  });
}

function thinned(readings: readonly SamplePoint[], points: number, gaps: Series["gaps"]): SamplePoint[] {
  const first = readings[0];
  const last = readings.at(-1);
  if (!first || !last || readings.length <= points) return [...readings];

  const width = Math.max(1, (last.at - first.at) / points);
  const buckets = new Map<string, SamplePoint[]>();
  let stretch = 0;
  for (const reading of readings) {
    // Readings on either side of a gap are never averaged into one.
    while (reading.at >= (gaps[stretch]?.[1] ?? Number.POSITIVE_INFINITY)) stretch += 1;
    const key = `${stretch}/${Math.floor((reading.at - first.at) / width)}`;
    const bucket = buckets.get(key);
    if (bucket) bucket.push(reading);
    else buckets.set(key, [reading]);
  }
  return [...buckets.values()].map(joined);
}

/** Power is averaged, registers keep their last word. */
function joined(bucket: SamplePoint[]): SamplePoint {
  const lastOf = (value: (point: SamplePoint) => number | null) => bucket.findLast((point) => value(point) !== null);
  const powers = bucket.flatMap(({ powerW }) => (powerW === null ? [] : [powerW]));
  return {
    at: bucket.at(-1)?.at ?? 0,
    powerW: powers.length > 0 ? powers.reduce((sum, power) => sum + power, 0) / powers.length : null,
    energyWh: lastOf(({ energyWh }) => energyWh)?.energyWh ?? null,
    stateOfCharge: lastOf(({ stateOfCharge }) => stateOfCharge)?.stateOfCharge ?? null,
    offeredW: lastOf(({ offeredW }) => offeredW)?.offeredW ?? null,
  };
}
