import { type Version, versionOf } from "@chargehand/ocpp/version";

/** What both sides speak; `subprotocol` is to be echoed, and absent when the station named none. */
export interface Agreement {
  version: Version;
  subprotocol?: string;
}

/** The names a station offered, in the order it prefers them. */
export const readOffer = (header: string | undefined) =>
  (header ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");

/** Takes the first offered version that we speak; a station that offers none may have one assumed for it. */
export function agree(offer: string[], assumed: Version | undefined): Agreement | undefined {
  for (const subprotocol of offer) {
    const version = versionOf(subprotocol);
    if (version) return { version, subprotocol };
  }
  return assumed && { version: assumed };
}
