/** Whether what a station said last still counts. */
export type Silence = "fresh" | "stale" | "offline";

/**
 * Measures a station's silence against its own heartbeat: after two missed ones its values are stale, after five it
 * counts as gone, even while its socket looks open.
 */
export function silence({
  connected,
  lastSeenAt,
  heartbeatSeconds,
  now,
}: {
  connected: boolean;
  lastSeenAt: Date | undefined;
  heartbeatSeconds: number;
  now: number;
}): Silence {
  if (!connected || !lastSeenAt) return "offline";
  const beats = (now - lastSeenAt.getTime()) / (heartbeatSeconds * 1000);
  if (beats > 5) return "offline";
  return beats > 2 ? "stale" : "fresh";
}

/** Where the silence comes from, as far as three lamps can tell; nothing where there is none. */
export type SilenceOf = "us" | "site" | "others" | "station" | "unknown";

/** Tells our own stream, the site's other stations and one station apart. `others`: of its site without itself. */
export function silenceOf({
  isOurs,
  station,
  others,
}: {
  /** What we show is not what is. */
  isOurs: boolean;
  station: Silence;
  others: { all: number; speaking: number } | undefined;
}): SilenceOf | undefined {
  if (isOurs) return "us";
  const areSilent = others !== undefined && others.all > 0 && others.speaking === 0;
  if (station === "fresh") return areSilent ? "others" : undefined;
  if (others === undefined || others.all === 0) return "unknown";
  return areSilent ? "site" : "station";
}
