const minute = 60_000;
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440].map((minutes) => minutes * minute);

/** Round moments for a time axis, at most `most` of them. Round means in the axis' own time zone, `offset` from UTC. */
export function timeTicks(from: number, until: number, most: number, offset = 0): number[] {
  const step = steps.find((one) => (until - from) / one <= most) ?? Math.ceil((until - from) / most / minute) * minute;
  const ticks: number[] = [];
  for (let at = Math.ceil((from + offset) / step) * step - offset; at <= until; at += step) ticks.push(at);
  return ticks;
}
