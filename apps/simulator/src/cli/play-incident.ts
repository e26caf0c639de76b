import { readFileSync } from "node:fs";
import { z } from "zod";
import { env } from "../env";
import { incidents } from "../incidents";

const door = z.object({ url: z.string(), secret: z.string() });
const played = z.object({ stations: z.array(z.string()).optional(), error: z.string().optional() });

/** Asks the simulator of a running `npm start` for trouble, and tells whom it befell. */
export async function playIncident(name: string): Promise<void> {
  const told = await ask(name).catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
  if (typeof told === "string") {
    console.error(told);
    process.exitCode = 1;
    return;
  }
  console.log(
    told.length > 0 ? `${name}: ${told.join(", ")}` : `${name}: there is no station that it could befall now`,
  );
}

async function ask(name: string): Promise<string[] | string> {
  if (env.DEMO_CONTROL === undefined)
    return "Incidents are played where the demo runs: npm run simulate -- --incident …";
  const { url, secret } = door.parse(JSON.parse(readDoor(env.DEMO_CONTROL)));
  const answer = await fetch(`${url}/incidents/${encodeURIComponent(name)}`, {
    method: "POST",
    headers: { authorization: `Bearer ${secret}` },
  });
  const { stations, error } = played.parse(await answer.json());
  return stations ?? error ?? `there is none of: ${Object.keys(incidents).join(", ")}`;
}

function readDoor(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new Error(`${file} is not there: is npm start running, with its simulator?`);
  }
}
