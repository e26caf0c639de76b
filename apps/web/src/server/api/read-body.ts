import { Trouble } from "./problems";

/** Nothing that a station takes is larger. */
export const mostBytes = 1_048_576;

/** The whole body, or its end as soon as it is known to be too long. */
export async function readBody(request: Request): Promise<Buffer> {
  const tooLarge = new Trouble("body-too-large", `A body has at most ${mostBytes} bytes.`);
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The value that a body's JSON stands for; undefined when there is none. */
export function jsonOf(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch (error) {
    throw new Trouble("not-json", error instanceof SyntaxError ? error.message : "It is not UTF-8 either.");
  }
}
