const year = 365 * 24 * 60 * 60;

/** Keeps a choice about the look, for the next page the server draws. */
export function keepCookie(name: string, value: string | number) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API needs https, and a console on a LAN may have none.
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${year}; samesite=lax`;
}
