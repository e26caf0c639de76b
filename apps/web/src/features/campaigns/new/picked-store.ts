const key = "chargehand.campaign.stations";

/** Keeps the stations that were picked for a new campaign: thousands fit no address, and a reload must not lose them. */
export const keepPicked = (ids: readonly string[]) => sessionStorage.setItem(key, JSON.stringify(ids));

/** They, where this tab has them. */
export function readPicked(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}
