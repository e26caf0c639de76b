import { isIP } from "node:net";
import { isOutside } from "./outside";

/** Names of hosts, with or without their port, that may be inside and without TLS: for tests and labs. */
export type AllowedHosts = readonly string[];

/** Where a message may be sent. What a name stands for is looked at when it is sent. */
export type Destination = { url: URL; isAllowed: boolean } | { fault: string };

/** Reads an address as the platform does, so that every spelling of an address is the same address. */
export function destinationOf(text: string, allowed: AllowedHosts): Destination {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || (url.protocol !== "https:" && url.protocol !== "http:")) {
    return { fault: "A webhook needs an address like https://example.com/events." };
  }
  if (url.username || url.password) return { fault: "Names and passwords do not belong into the address." };
  const isAllowed = allowed.includes(url.host) || allowed.includes(url.hostname);
  if (isAllowed) return { url, isAllowed };
  if (url.protocol !== "https:")
    return { fault: "Only addresses with https:// are taken: what is sent is not for all ears." };
  const address = addressIn(url);
  if (address !== undefined && !isOutside(address)) return { fault: insideSentence(address) };
  return { url, isAllowed };
}

/** The address that stands in a URL instead of a name. */
function addressIn({ hostname }: URL): string | undefined {
  const bare = hostname.replace(/^\[(.*)\]$/, "$1");
  return isIP(bare) === 0 ? undefined : bare;
}

export const insideSentence = (address: string) =>
  `${address} is inside a network, not on the internet; nothing is sent there.`;
