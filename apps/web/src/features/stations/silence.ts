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
