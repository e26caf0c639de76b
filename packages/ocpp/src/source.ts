import { Unsupported } from "@chargehand/domain/command";
import type { FirmwarePublication, FirmwareUpdate } from "@chargehand/domain/orders/maintenance";

/** From where a station is to fetch its firmware. */
export function sourceOf({ location }: Pick<FirmwareUpdate | FirmwarePublication, "location">): string {
  if (location === undefined) throw new Unsupported("this firmware is not in the library any more");
  return location;
}
