import { randomBytes } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "./ports";

/** Where the simulator of this start can be asked, and what one has to know for that. */
export interface Door {
  port: number;
  url: string;
  secret: string;
}

/** A new door for every start, written where `npm run simulate` finds it, readable by us alone. */
export async function makeDoor(dataDir: string): Promise<Door> {
  const port = await freePort();
  const door = { port, url: `http://127.0.0.1:${port}`, secret: randomBytes(24).toString("base64url") };
  writeFileSync(doorFile(dataDir), JSON.stringify(door), { mode: 0o600 });
  return door;
}

/** Nobody finds what is not there any more. */
export const closeDoor = (dataDir: string) => rmSync(doorFile(dataDir), { force: true });

export const doorFile = (dataDir: string) => join(dataDir, "simulator.json");
