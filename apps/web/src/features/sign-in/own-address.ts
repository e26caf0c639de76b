import { addresses } from "../addresses";

/** A page of ours to go to after signing in; whatever could lead elsewhere leads to Now. */
export function ownAddress(asked: string | string[] | undefined): string {
  if (typeof asked !== "string" || !URL.canParse(asked, here)) return addresses.now;
  const { origin, pathname, search, hash } = new URL(asked, here);
  // A path may still begin with two slashes, which a browser reads as a host.
  const isOurs = origin === here && asked.startsWith("/") && !pathname.startsWith("//");
  return isOurs && pathname !== addresses.signIn ? `${pathname}${search}${hash}` : addresses.now;
}

const here = "http://console.invalid";
