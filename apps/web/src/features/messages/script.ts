import { writeExchange } from "@chargehand/ocpp/capture";
import type { MessageDetail } from "./message-view";

/** How a copied script is played; the simulator takes the line for a remark. */
export const howToPlay = "# npm run simulate -- replay <this file> --id <station> --secret <its secret>\n";

/** One call, as the simulator says it again. */
export const scriptOf = ({ at, station, version, from, call, reply, repliedAt }: MessageDetail) =>
  howToPlay + writeExchange({ at, station, version, from, call, answer: reply, answeredAt: repliedAt });
