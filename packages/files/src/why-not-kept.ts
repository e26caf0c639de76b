import { TooLarge } from "./store-stream";

/** Why a stream was not kept, as far as it can be told from what it broke with. */
export type WhyNotKept = "too-large" | "no-room" | "broken-off" | "trouble";

/** What stands behind an error of `storeStream`. */
export function whyNotKept(error: unknown): WhyNotKept {
  if (error instanceof TooLarge) return "too-large";
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOSPC" || code === "EDQUOT") return "no-room";
  return typeof code === "string" && cut.has(code) ? "broken-off" : "trouble";
}

const cut: ReadonlySet<string> = new Set(["ECONNRESET", "ERR_STREAM_PREMATURE_CLOSE", "ABORT_ERR"]);
