import { z } from "zod";
import { instant } from "../../dialects/instant";
import { componentName } from "../../dialects/ocpp2/selection";

export const priorities = ["AlwaysFront", "InFront", "NormalCycle"] as const;

const content = z.object({
  format: z.enum(["ASCII", "HTML", "URI", "UTF8", "QRCODE"]),
  language: z.string().optional(),
  content: z.string(),
});

/** A message for the display, as the CSMS sends it. */
export const displayMessage = z.object({
  id: z.int(),
  priority: z.enum(priorities),
  state: z.enum(["Charging", "Faulted", "Idle", "Unavailable", "Suspended", "Discharging"]).optional(),
  startDateTime: instant.optional(),
  endDateTime: instant.optional(),
  transactionId: z.string().optional(),
  display: componentName.optional(),
  message: content,
  messageExtra: z.array(content).optional(),
});

export type DisplayMessage = z.infer<typeof displayMessage>;

/** The same message, as the station tells of it. */
export function toldOf({ startDateTime, endDateTime, ...message }: DisplayMessage) {
  return {
    ...message,
    ...(startDateTime !== undefined && { startDateTime: new Date(startDateTime).toISOString() }),
    ...(endDateTime !== undefined && { endDateTime: new Date(endDateTime).toISOString() }),
  };
}
