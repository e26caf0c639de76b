import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks a second, as Linux reports them to programs. */
const ticksPerSecond = 100;

interface Stat {
  parent: number;
  seconds: number;
  /** Of children that have ended and were waited for. */
  pastChildrenSeconds: number;
}

/** Processor time of one process so far, user and system. */
export const secondsOf = (pid: number) => stat(pid)?.seconds ?? Number.NaN;

/** Processor time of a process and all its children, those that have ended too. */
export function secondsOfFamily(pid: number): number {
  const own = stat(pid);
  if (!own) return Number.NaN;
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => stat(Number(name)))
    .filter((each) => each?.parent === pid);
  return children.reduce((sum, child) => sum + (child?.seconds ?? 0), own.seconds + own.pastChildrenSeconds);
}

/** Memory of a process that is in RAM, in bytes. */
export function residentBytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) * 1024;
}

function stat(pid: number): Stat | undefined {
  try {
    // The command's name stands in parentheses and may hold spaces; after it come numbers only.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    const ticks = (first: number) => (Number(fields[first]) + Number(fields[first + 1])) / ticksPerSecond;
    return { parent: Number(fields[1]), seconds: ticks(11), pastChildrenSeconds: ticks(13) };
  } catch {
    return undefined; // It has just ended.
  }
}
