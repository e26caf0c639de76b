/** How a station's own clock stands: by the name of its zone, or by what it told of its offset. */
export type StationClock = { zone: string } | { offsetMinutes: number; then?: { from: number; offsetMinutes: number } };

/** When the wall shows a time: the first moment of two, when summer ends; where it leaves it out, as if it had not. */
export function instantOf(wall: number, clock: StationClock): number {
  const [before, after] = [offsetAt(wall - dayMs, clock), offsetAt(wall + dayMs, clock)];
  const [first, second] = [wall - before, wall - after];
  return offsetAt(first, clock) !== before && offsetAt(second, clock) === after ? second : first;
}

/** What the wall shows at a moment, as milliseconds. */
export const wallAt = (at: number, clock: StationClock): number => at + offsetAt(at, clock);

/** What a station told of its clock, if it can be understood. */
export function stationClock({ zone, offset }: { zone?: string; offset?: string }): StationClock | undefined {
  if (zone !== undefined && formatOf(zone)) return { zone };
  const minutes = offset === undefined ? undefined : minutesOf(offset);
  return minutes === undefined ? undefined : { offsetMinutes: minutes };
}

/** Like `+02:00`, `-3:30`, `Z`. */
function minutesOf(offset: string): number | undefined {
  if (/^(Z|UTC|GMT)$/i.test(offset.trim())) return 0;
  const [, sign, hours, minutes = "0"] = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(offset.trim()) ?? [];
  return sign === undefined ? undefined : (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

const dayMs = 86_400_000;
const minuteMs = 60_000;

function offsetAt(at: number, clock: StationClock): number {
  if ("zone" in clock) return offsetInZone(at, clock.zone);
  const { then, offsetMinutes } = clock;
  return (then && at >= then.from ? then.offsetMinutes : offsetMinutes) * minuteMs;
}

function offsetInZone(at: number, zone: string): number {
  const format = formatOf(zone);
  // Beyond what a date can be there is no summer.
  if (!format || Math.abs(at) > latest) return 0;
  const name = format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
  return (minutesOf(name) ?? 0) * minuteMs;
}

const latest = 8.64e15;

const formats = new Map<string, Intl.DateTimeFormat | undefined>();
/** As many zones as there are, and no more than that, whatever stations say. */
const mostFormats = 700;

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  const known = formats.get(zone);
  if (known || formats.has(zone)) return known;
  const format = newFormat(zone);
  if (formats.size >= mostFormats) formats.clear();
  formats.set(zone, format);
  return format;
}

function newFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  } catch {
    // No zone that is known here.
    return undefined;
  }
}
