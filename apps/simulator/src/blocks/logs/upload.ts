/** What came of sending a file. */
export type UploadResult = "uploaded" | "failed" | "bad-request" | "not-permitted" | "not-supported";

export type UploadOrder = { location: string; fileName: string; text: string; signal: AbortSignal };

/**
 * Puts a file at its place. Places that are not of the web are taken as reached: the station stands for many that speak
 * other protocols too.
 */
export async function upload({ fileName, location, signal, text }: UploadOrder): Promise<UploadResult> {
  if (!/^https?:\/\//iu.test(location) || !URL.canParse(location)) return "uploaded";
  const place = new URL(location);
  if (place.pathname.endsWith("/")) place.pathname += encodeURIComponent(fileName);
  const headers: Record<string, string> = { "content-type": "text/plain; charset=utf-8" };
  if (place.username !== "") {
    const user = `${decodeURIComponent(place.username)}:${decodeURIComponent(place.password)}`;
    headers.authorization = `Basic ${Buffer.from(user).toString("base64")}`;
    place.username = "";
    place.password = "";
  }
  const patience = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
  try {
    const { ok, status } = await fetch(place, { method: "PUT", headers, body: text, signal: patience });
    return ok ? "uploaded" : (refusals[status] ?? "failed");
  } catch {
    return "failed";
  }
}

const refusals: Record<number, UploadResult | undefined> = {
  400: "bad-request",
  401: "not-permitted",
  403: "not-permitted",
  405: "not-supported",
  501: "not-supported",
};

const patienceMs = 10_000;
