import { createServer } from "node:net";
import { Sentence } from "./sentence";

/** Tells whether a TCP port can be listened on, at one address or (without one) at all of this machine. */
export async function portIsFree(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** Refuses to go on when somebody else listens on a port that we are about to need. */
export async function requireFreePort(port: number, what: string, variable: string, host?: string): Promise<void> {
  if (await portIsFree(port, host)) return;
  throw new Sentence(`Port ${port}, needed for ${what}, is taken: stop the program that uses it, or set ${variable}.`);
}

// Below it are those that tests and benchmarks give out by name.
const first = 22_000;
const last = 32_000;
const handedOut = new Set<number>();

/** Finds a port nobody listens on, below the ephemeral range where a client's own socket could hold it. */
export async function freePort(from = first, to = last): Promise<number> {
  for (let attempt = 0; attempt < 500; attempt++) {
    const port = from + Math.floor(Math.random() * (to - from));
    if (handedOut.has(port) || !(await portIsFree(port))) continue;
    handedOut.add(port);
    return port;
  }
  throw new Sentence(`No free port was found between ${from} and ${to}.`);
}
