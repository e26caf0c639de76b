import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

const theInternet = ipaddr.IPv6.parseCIDR("2000::/3");

/** Whether an address is one of the open internet. What is not certain is inside. */
export function isOutside(address: string): boolean {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  // Only this block is handed out; old forms that carry an IPv4 address, like ::127.0.0.1, lie outside of it.
  return parsed instanceof ipaddr.IPv4 || parsed.match(theInternet);
}
