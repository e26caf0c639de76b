import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import { type Download, findDownload } from "@chargehand/db/firmware-downloads";
import { isFilePath, readFileTarget } from "../files/file-address";
import type { House } from "../house";
import { createDownloadBook } from "./download-book";
import { createPace, createPaces, type Pace } from "./pace";
import { type Measured, type Part, partOf } from "./part";

// A station that takes nothing for so long is gone.
const silenceMs = 120_000;
const largestPiece = 64 * 1024;

/** The door at which stations fetch their firmware. */
export interface ImageDoor {
  /** False when the request is about something else. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /** Keeps how far downloads have come. */
  flush(): Promise<void>;
  /** Resolves when nobody fetches anything any more. */
  settled(): Promise<void>;
}

/** Hands out images of the library to those who have an address, as fast as the settings allow. */
export function createImageDoor(house: Pick<House, "db" | "bus" | "log" | "settings">): ImageDoor {
  const { db, log, settings } = house;
  const { station: ownRate, all: commonRate } = settings.firmwarePace;
  const common = createPace(commonRate);
  const own = createPaces(ownRate);
  const book = createDownloadBook(house);
  const underWay = new Set<Promise<void>>();
  // A small pace goes in small pieces, so that nobody waits long for one.
  const piece = Math.max(1024, Math.min(largestPiece, Math.floor(Math.min(ownRate, commonRate) / 8)));

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== "GET" && request.method !== "HEAD") return say(response, 405, "firmware is fetched by GET");
    const target = readFileTarget("firmware", request.url ?? "");
    const download = target && (await findDownload(db, target.tokenHash));
    if (!download) return say(response, 404, "there is no such firmware");
    if (download.isOver) return say(response, 410, "the time of this address is over");
    const path = join(settings.firmwareFolder, basename(download.storedAs));
    const onDisk = await stat(path).catch(() => undefined);
    if (onDisk?.size !== download.size) {
      log.error({ image: download.image, path }, "an image of the library is not whole on this disk");
      return say(response, 503, "the firmware is not here at the moment; try again");
    }
    const measured = { size: download.size, etag: `"${download.sha256.toString("hex")}"`, changedAt: download.addedAt };
    const part = partOf(request.headers, measured);
    response.writeHead(part.status, headersOf(part, measured));
    if (!("from" in part) || request.method === "HEAD") response.end();
    else await hand(path, part, download, response);
  }

  async function hand(
    path: string,
    part: Extract<Part, { from: number }>,
    download: Download,
    response: ServerResponse,
  ) {
    const { from, until, isResumed } = part;
    // A look into the middle is not how far it has come.
    const counts = isResumed || from <= download.reached;
    const mine = own.enter(download.station);
    response.setTimeout(silenceMs, () => response.destroy());
    book.begun(download);
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    let at = from;
    const count = (bytes: number) => {
      at += bytes;
      if (counts) book.reached(download, at);
    };
    try {
      const file = createReadStream(path, { start: from, end: until, highWaterMark: piece });
      const paces = [mine, common];
      await pipeline(file, (source: AsyncIterable<Buffer>) => paced(source, paces, gone.signal, count), response);
      await book.ended(download, counts && at === download.size ? "whole" : "going-on");
    } catch (error) {
      response.destroy();
      log.debug({ err: error, image: download.image }, "a station did not fetch all that it began with");
      await book.ended(download, "broken-off");
    } finally {
      own.leave(download.station);
    }
  }

  return {
    answer(request, response) {
      if (!isFilePath("firmware", request.url ?? "/")) return false;
      const served = serve(request, response)
        .catch((error) => {
          log.error({ err: error }, "firmware could not be handed out");
          say(response, 503, "the firmware cannot be had at the moment; try again");
        })
        .finally(() => underWay.delete(served));
      underWay.add(served);
      return true;
    },
    flush: book.flush,
    async settled() {
      await Promise.all(underWay);
      await book.flush();
    },
  };
}

/** The same bytes, each piece when it is its turn at every pace, and counted when it has been taken. */
async function* paced(
  source: AsyncIterable<Buffer>,
  paces: readonly Pace[],
  signal: AbortSignal,
  count: (bytes: number) => void,
) {
  for await (const chunk of source) {
    const wait = Math.max(...paces.map((pace) => pace.take(chunk.length)));
    if (wait > 0) await pause(wait, undefined, { signal });
    yield chunk;
    count(chunk.length);
  }
}

function headersOf(part: Part, { size, etag, changedAt }: Measured) {
  return {
    etag,
    "accept-ranges": "bytes",
    "last-modified": changedAt.toUTCString(),
    "cache-control": "private, no-transform",
    ...(part.status === 416 && { "content-range": `bytes */${size}`, "content-length": "0" }),
    ...("from" in part && {
      "content-type": "application/octet-stream",
      "content-length": String(part.until - part.from + 1),
    }),
    ...(part.status === 206 && { "content-range": `bytes ${part.from}-${part.until}/${size}` }),
  };
}

function say(response: ServerResponse, status: number, text: string) {
  if (response.destroyed || response.headersSent) return;
  const headers = {
    "content-type": "text/plain; charset=utf-8",
    ...(status === 405 && { allow: "GET, HEAD" }),
    ...(status === 503 && { "retry-after": "60" }),
  };
  response.writeHead(status, headers).end(`${text}\n`);
}
