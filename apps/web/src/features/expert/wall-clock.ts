/** A moment as the clock on the wall of a time zone shows it, in the form that a browser's own control takes. */
export function toWallClock(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}:${part("second")}`;
}

/** The moment at which the clock on the wall of a time zone shows this; undefined for what is no time. */
export function fromWallClock(shown: string, timeZone: string): Date | undefined {
  const wanted = Date.parse(`${shown}Z`);
  if (Number.isNaN(wanted)) return undefined;
  // The zone is ahead by some hours; asked twice, because a change of clocks may lie in between.
  const ahead = (at: number) => Date.parse(`${toWallClock(new Date(at), timeZone)}Z`) - at;
  const near = wanted - ahead(wanted);
  return new Date(wanted - ahead(near));
}

/** A moment as it is sent: to the second, in UTC. */
export const toWireTime = (at: Date) => `${at.toISOString().slice(0, 19)}Z`;
