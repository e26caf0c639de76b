import { z } from "zod";
import { Refused } from "../errors";

/** Where a simulator beside this console can be asked for stations and trouble. */
export interface SimulatorDoor {
  url: string;
  secret: string;
}

const standing = z.object({ stations: z.int(), incidents: z.array(z.string()) });
const befallen = z.object({ stations: z.array(z.string()) });
const fault = z.object({ error: z.string() });

/** What the simulator has and can play; undefined where there is none, or none that answers. */
export async function simulatorStanding(door: SimulatorDoor | undefined) {
  if (!door) return undefined;
  try {
    return standing.parse(await ask(door, "/", "GET"));
  } catch {
    // It is not part of the network: a console without it is a whole console.
    return undefined;
  }
}

/** Has it bring a station to life that dials in with this. */
export const bringToLife = async (door: SimulatorDoor, station: { identity: string; secret: string }) =>
  void (await ask(door, "/stations", "POST", station));

/** Has it play an incident on stations of its own; tells on which. */
export const playIncident = async (door: SimulatorDoor, name: string) =>
  befallen.parse(await ask(door, `/incidents/${encodeURIComponent(name)}`, "POST"));

async function ask({ url, secret }: SimulatorDoor, path: string, method: "GET" | "POST", body?: object) {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${secret}` },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMs),
  }).catch(() => {
    throw new Refused("The simulator does not answer.");
  });
  const told: unknown = await answer.json();
  if (!answer.ok) throw new Refused(fault.safeParse(told).data?.error ?? "The simulator could not.");
  return told;
}

const patienceMs = 3_000;
