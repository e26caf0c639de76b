import type { LookupAddress } from "node:dns";
import { lookup as resolveName } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import { type AllowedHosts, destinationOf, insideSentence } from "./destination";
import { isOutside } from "./outside";

/** What came of one try to send. */
export type Outcome =
  | { is: "answered"; status: number; body: string; retryAfter?: string }
  | { is: "unanswered"; error: string }
  /** We were told to stop; it says nothing of the receiver. */
  | { is: "broken-off" };

export interface PostRules {
  allowed: AllowedHosts;
  /** Every address of a name. */
  resolve?: (name: string) => Promise<LookupAddress[]>;
  timeoutMs?: number;
}

const keptBytes = 2_048;

/** Sends one message: to an address of the internet, without following anybody elsewhere, and without waiting long. */
export async function post(
  { url: text, headers, body }: { url: string; headers: Record<string, string>; body: string },
  { allowed, resolve = (name) => resolveName(name, { all: true }), timeoutMs = 10_000 }: PostRules,
  stop: AbortSignal,
): Promise<Outcome> {
  const destination = destinationOf(text, allowed);
  if ("fault" in destination) return { is: "unanswered", error: destination.fault };
  const { url, isAllowed } = destination;
  const late = AbortSignal.timeout(timeoutMs);

  try {
    const response = await new Promise<http.IncomingMessage>((resolved, rejected) => {
      const request = (url.protocol === "https:" ? https : http).request(url, {
        method: "POST",
        // A connection of its own, so that none is used again whose address nobody checked.
        agent: false,
        lookup: checkedLookup(resolve, isAllowed),
        headers: { ...headers, "content-length": String(Buffer.byteLength(body)) },
        signal: AbortSignal.any([stop, late]),
      });
      request.once("response", resolved);
      request.on("error", rejected);
      request.end(body);
    });
    const { statusCode = 0, headers: said } = response;
    return { is: "answered", status: statusCode, body: await beginningOf(response), retryAfter: said["retry-after"] };
  } catch (error) {
    if (stop.aborted) return { is: "broken-off" };
    if (late.aborted) return { is: "unanswered", error: `There was no answer within ${timeoutMs / 1_000} seconds.` };
    return { is: "unanswered", error: error instanceof Error ? error.message || error.name : String(error) };
  }
}

/** Looks a name up once, refuses it if any of its addresses is inside, and has the connection made to what was checked. */
const checkedLookup =
  (resolve: (name: string) => Promise<LookupAddress[]>, isAllowed: boolean): LookupFunction =>
  (name, { all }, done) => {
    resolve(name).then(
      (addresses) => {
        const inside = isAllowed ? undefined : addresses.find(({ address }) => !isOutside(address));
        const [first] = addresses;
        if (inside) done(new Error(insideSentence(inside.address)), []);
        else if (!first) done(new Error(`${name} has no address.`), []);
        else if (all) done(null, addresses);
        else done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, []),
    );
  };

/** Reads as much of an answer as is kept, and no more; an answer that is cut off says what it says. */
async function beginningOf(response: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= keptBytes) break;
    }
  } catch {
    // The status has been said; the rest of the body changes nothing about it.
  }
  response.destroy();
  // A NUL is valid UTF-8 and no text to PostgreSQL.
  return Buffer.concat(chunks).subarray(0, keptBytes).toString("utf8").replaceAll("\0", "");
}
