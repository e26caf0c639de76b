/** Before any charging station of OCPP was built; clocks that were never set say 1970 or 2000. */
const earliest = Date.UTC(2012, 0, 1);
const dayMs = 86_400_000;

/** Whether a station's clock can have said this, as far as can be told without knowing when it was heard. */
export const isSince2012 = (at: Date): boolean => at.getTime() >= earliest;

/** The station's time if it can be true, else ours. Days of delay are normal (an offline backlog), a future day is not. */
export function stationTime(at: Date, receivedAt: Date): { at: Date; plausible: boolean } {
  const plausible = at.getTime() >= earliest && at.getTime() <= receivedAt.getTime() + dayMs;
  return { at: plausible ? at : receivedAt, plausible };
}
