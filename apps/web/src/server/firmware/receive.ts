import { createHash } from "node:crypto";
import { Readable, type Writable } from "node:stream";
import { safeName } from "@chargehand/files/file-name";
import { dropStored, storeStream } from "@chargehand/files/store-stream";
import { type WhyNotKept, whyNotKept } from "@chargehand/files/why-not-kept";
import type { Context } from "../context";
import { log } from "../log";
import { imageKind } from "./fields";
import { alreadyThere, imageOf } from "./images";
import { receiptFor } from "./receipt";
import { whyNoRoom } from "./room";

type Desk = Pick<Context, "person" | "sameOrigin" | "prisma" | "firmware" | "secretPepper" | "clock">;

// A browser that says nothing for so long is gone.
const silenceMs = 60_000;

/**
 * Takes a file that is to come into the library, as it comes: it lies here whole or not at all. Answers with a receipt,
 * by which it is added.
 */
export async function receiveImage(
  context: Desk,
  request: Request,
  write?: (path: string) => Writable,
): Promise<Response> {
  const { person, firmware, prisma } = context;
  if (!person) return answer(401, "Sign in first.");
  if (!person.permissions.has("firmware.write")) return answer(403, "You may not add firmware.");
  if (!context.sameOrigin) return answer(403, "Changes are taken only from the console's own pages.");
  const asked = new URL(request.url).searchParams;
  const kind = imageKind.safeParse(Object.fromEntries(asked));
  const fileName = safeName(asked.get("name") ?? undefined);
  if (!kind.success || fileName === undefined)
    return answer(400, "Say of the file its name, vendor, model and version.");
  if (await imageOf(prisma, kind.data)) return answer(409, alreadyThere(kind.data));
  const declared = Number(request.headers.get("content-length") ?? Number.NaN);
  const noRoom = await whyNoRoom(firmware, declared || 0);
  if (noRoom !== undefined) return answer(declared > firmware.limitBytes ? 413 : 507, noRoom);
  if (!request.body) return answer(400, "There is no file in this.");

  const { folder, limitBytes: limit } = firmware;
  const md5 = createHash("md5");
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), silenceMs);
  const signal = AbortSignal.any([request.signal, silence.signal]);
  const onPiece = (piece: Buffer) => {
    md5.update(piece);
    timer.refresh();
  };
  try {
    // One stream, typed twice.
    const source = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]);
    const stored = await storeStream(source, { folder, limit, signal, onPiece, write });
    const { storedAs, size } = stored;
    const sha256 = stored.sha256.toString("hex");
    const wrong = whatIsWrong({ size, sha256 }, { size: declared, sha256: asked.get("sha256") });
    if (wrong !== undefined) {
      await dropStored(folder, stored);
      return answer(400, wrong);
    }
    const file = { storedAs, fileName, size, sha256, md5: md5.digest("hex"), at: context.clock().getTime() };
    return Response.json({ receipt: receiptFor(file, context.secretPepper), size, sha256 }, { status: 201 });
  } catch (error) {
    const why = signal.aborted ? "broken-off" : whyNotKept(error);
    if (why === "trouble") log.error({ err: error }, "firmware could not be kept");
    const { status, text } = refusals[why];
    return answer(status, text);
  } finally {
    clearTimeout(timer);
  }
}

const refusals: Record<WhyNotKept, { status: number; text: string }> = {
  "too-large": { status: 413, text: "The file is larger than FIRMWARE_LIMIT_MIB allows." },
  "no-room": { status: 507, text: "The disk is full: nothing of the file was kept. Make room where firmware is kept." },
  "broken-off": { status: 400, text: "The file broke off: nothing of it was kept. Send it again." },
  trouble: { status: 503, text: "The file could not be kept. It has been written to the log." },
};

/** What came is not what was said to come. */
function whatIsWrong(
  file: { size: number; sha256: string },
  said: { size: number; sha256: string | null },
): string | undefined {
  if (file.size === 0) return "The file is empty.";
  if (!Number.isNaN(said.size) && file.size !== said.size) return refusals["broken-off"].text;
  const wanted = said.sha256?.replaceAll(/[\s:]/g, "").toLowerCase();
  if (!wanted || wanted === file.sha256) return undefined;
  return `The file's SHA-256 is ${file.sha256}, not the one that was given. Nothing of it was kept.`;
}

const answer = (status: number, message: string) => Response.json({ message }, { status });
