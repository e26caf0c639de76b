import type { IncomingMessage, ServerResponse } from "node:http";
import type { QueuedCommand } from "@chargehand/db/command-queue";
import { openFilePlace } from "@chargehand/db/station-files";
import type { CommandType } from "@chargehand/domain/command";
import type { ProofPlan } from "@chargehand/domain/proof";
import type { ConnectedStation } from "../connected-station";
import type { House } from "../house";
import { noteArrivals } from "./arrivals";
import { fileBase, isFilePath, makeFileAddress } from "./file-address";
import { receiveFile } from "./receive-file";

const goodForMs = 86_400_000;

/** Where a station is to put the file that a command asks for; undefined for commands that ask for none. */
export async function placeForFile(
  { id, command }: QueuedCommand,
  { id: station, dialed }: ConnectedStation,
  { db, settings }: Pick<House, "db" | "settings">,
): Promise<string | undefined> {
  if (command.type !== "read-log") return undefined;
  const { url, tokenHash } = makeFileAddress(fileBase(settings.publicUrl, dialed), "files");
  const expiresAt = new Date(Date.now() + goodForMs);
  await openFilePlace(db, { station, command: id, kind: command.log, tokenHash, expiresAt });
  return url;
}

/** A command that asks for a file is proven by nothing but the file. */
export const withFile = ({ type }: { type: CommandType }, plan: ProofPlan | undefined): ProofPlan | undefined =>
  plan?.watch.for === "progress" && type === "read-log" ? { ...plan, watch: { ...plan.watch, file: true } } : plan;

/** The door for files: answers a request that is about one, and says whether it was. */
export function createFileDoor(stations: ReadonlyMap<number, ConnectedStation>, house: House) {
  const underWay = new Set<number>();
  const door = { ...house, underWay, onReceived };

  // Before the station hears that it was received: what it says then is not to overtake the file.
  async function onReceived(number: number) {
    const station = stations.get(number);
    if (station) await noteArrivals(station, house);
    else house.bus.publish("commands", String(number));
  }

  return (request: IncomingMessage, response: ServerResponse): boolean => {
    if (!isFilePath("files", request.url ?? "/")) return false;
    void receiveFile(request, response, door);
    return true;
  };
}
