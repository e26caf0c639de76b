import type { IncomingMessage, ServerResponse } from "node:http";
import type { Writable } from "node:stream";
import { type FilePlace, fillFilePlace, findFilePlace, refuseFile } from "@chargehand/db/station-files";
import { safeName } from "@chargehand/files/file-name";
import { dropStored, type StoredFile, storeStream, TooLarge } from "@chargehand/files/store-stream";
import { type WhyNotKept, whyNotKept } from "@chargehand/files/why-not-kept";
import type { House } from "../house";
import { readFileTarget } from "./file-address";
import { NotReadable, uploadIn } from "./multipart";

/** An upload that is not taken: what the station is answered. */
class NotTaken extends Error {
  override name = "NotTaken";
  readonly status: number;
  constructor({ status, why }: { status: number; why: string }) {
    super(why);
    this.status = status;
  }
}

// A line that says nothing for so long is lost, however much it had said.
const silenceMs = 30_000;

/** What files are received with. */
export interface FileDoor extends Pick<House, "db" | "log" | "bus"> {
  settings: Pick<House["settings"], "filesFolder" | "fileLimitBytes" | "retentionFileDays">;
  /** The places to which a file is just being sent. */
  underWay: Set<number>;
  /** A file of this station is here. */
  onReceived(station: number): Promise<void>;
  /** How a file is written, if not to the folder of files. */
  write?: (path: string) => Writable;
}

/** Takes the file that somebody with the right address sends; nothing of it is kept unless it came whole. */
export async function receiveFile(request: IncomingMessage, response: ServerResponse, door: FileDoor): Promise<void> {
  request.setTimeout(silenceMs, () => request.destroy());
  try {
    const place = await openPlace(request, door);
    const size = await take(request, place, door).catch(async (error) => {
      await refuseFile(door.db, place, refusalOf(error).message);
      door.bus.publish("events");
      throw error;
    });
    answer(request, response, 201, `received ${size} bytes`);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal.status >= 500) door.log.error({ err: error }, "a file could not be kept");
    answer(request, response, refusal.status, refusal.message);
  }
}

type NamedPlace = FilePlace & { named: string | undefined };

async function openPlace(request: IncomingMessage, { db, underWay }: FileDoor): Promise<NamedPlace> {
  if (request.method !== "PUT" && request.method !== "POST")
    throw new NotTaken({ status: 405, why: "a file is sent by PUT or POST" });
  const target = readFileTarget("files", request.url ?? "");
  const place = target && (await findFilePlace(db, target.tokenHash));
  if (!target || !place) throw new NotTaken({ status: 404, why: "there is no such place for a file" });
  if (place.state === "used") throw new NotTaken({ status: 410, why: "this place has its file already" });
  if (place.state === "over") throw new NotTaken({ status: 410, why: "the time for this place is over" });
  if (underWay.has(place.id)) throw new NotTaken({ status: 409, why: "a file is just being sent here" });
  return { ...place, named: target.name };
}

async function take(request: IncomingMessage, place: NamedPlace, door: FileDoor): Promise<number> {
  const { db, settings, bus, underWay, onReceived, write } = door;
  const { filesFolder: folder, fileLimitBytes: limit, retentionFileDays: keptDays } = settings;
  if (Number(request.headers["content-length"] ?? 0) > limit) throw new TooLarge();
  underWay.add(place.id);
  try {
    const { body, name, type } = await uploadIn(request);
    const stored = await storeStream(body, { folder, limit, write });
    if (stored.size === 0) throw await dropped(stored, folder, new NotTaken({ status: 400, why: "the file is empty" }));
    const named = safeName(name) ?? place.named ?? `${place.kind}-${place.command}`;
    const received = { ...stored, name: named, type: type?.slice(0, 100), keptDays };
    const filled = await fillFilePlace(db, place, received).catch(async (error) => {
      throw await dropped(stored, folder, error);
    });
    if (!filled)
      throw await dropped(stored, folder, new NotTaken({ status: 410, why: "this place has its file already" }));
    bus.publish("events");
    await onReceived(place.station);
    return stored.size;
  } finally {
    underWay.delete(place.id);
  }
}

async function dropped(stored: StoredFile, folder: string, why: Error): Promise<Error> {
  await dropStored(folder, stored);
  return why;
}

function refusalOf(error: unknown): { status: number; message: string } {
  if (error instanceof NotTaken) return error;
  if (error instanceof NotReadable) return { status: 400, message: `the form cannot be read: ${error.message}` };
  return refusals[whyNotKept(error)];
}

const refusals: Record<WhyNotKept, { status: number; message: string }> = {
  "too-large": { status: 413, message: "the file is larger than is taken here" },
  "no-room": { status: 507, message: "there is no room for the file" },
  "broken-off": { status: 400, message: "broken off" },
  trouble: { status: 503, message: "the file cannot be kept at the moment; try again" },
};

function answer(request: IncomingMessage, response: ServerResponse, status: number, text: string) {
  if (response.destroyed || response.headersSent) return;
  const headers = {
    "content-type": "text/plain; charset=utf-8",
    // What is left of a body that was refused is not read.
    ...(!request.complete && { connection: "close" }),
    ...(status === 405 && { allow: "PUT, POST" }),
    ...(status === 503 && { "retry-after": "60" }),
  };
  response.writeHead(status, headers).end(`${text}\n`);
}
