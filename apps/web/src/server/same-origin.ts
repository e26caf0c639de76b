/**
 * Whether a request that changes something comes from our own pages. Browsers add Origin to every POST; a request
 * without one was not made by a page, and a cookie alone is no proof of intent.
 */
export function isSameOrigin(headers: Headers, { trustProxy, publicUrl }: OriginRules): boolean {
  const origin = headers.get("origin");
  if (!origin) return headers.get("sec-fetch-site") === "same-origin";
  return ownOrigins(headers, { trustProxy, publicUrl }).includes(origin);
}

export interface OriginRules {
  trustProxy: boolean;
  publicUrl?: string;
}

/** The origins under which this request may know us: the address it was sent to, and the one that is published. */
export function ownOrigins(headers: Headers, { trustProxy, publicUrl }: OriginRules): string[] {
  const forwarded = trustProxy ? headers.get("x-forwarded-host") : undefined;
  const host = forwarded ?? headers.get("host");
  const here = host ? [`http://${host}`, `https://${host}`] : [];
  return publicUrl ? [new URL(publicUrl).origin, ...here] : here;
}
