import { Unsupported } from "@chargehand/domain/command";
import type { OutboundContext } from "./dialect";

/** Where a station is to put a file that it is asked for. */
export function placeOf({ uploadTo }: OutboundContext): string {
  if (uploadTo === undefined) throw new Unsupported("no place for files is set up here");
  return uploadTo;
}
