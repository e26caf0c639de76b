import { z } from "zod";
import type { Answer, Command } from "../../dialects/command";
import { accepted2, define2, rejected2 } from "../../dialects/ocpp2/define";
import { fieldOf, isAlwaysDefault, setControl, supportedTypes, timing } from "./control";
import { mostIds } from "./der-controls";
import { derReport } from "./report";

const filter = { controlType: z.string().optional(), controlId: z.string().optional() };

/** What the grid wants of the station (2.1, block R). */
export const derCommands21 = {
  SetDERControl: define2(setControl, (wanted, { blocks, now }) => {
    const { controlId: id, controlType: type, isDefault } = wanted;
    if (!supportedTypes.includes(type)) return status("NotSupported");
    const order = wanted[fieldOf(type)];
    const read = timing.safeParse(order);
    if (!order || !read.success) return rejected2("MissingParam");
    const { duration, priority, startTime } = read.data;
    const lasts = startTime !== undefined && duration !== undefined && duration > 0;
    // In general, or for a while: never half of each.
    if (isDefault ? startTime !== undefined || duration !== undefined : !lasts || isAlwaysDefault(type)) {
      return rejected2("InvalidValue");
    }
    const startsAt = startTime ?? 0;
    const endsAt = duration === undefined ? Number.POSITIVE_INFINITY : startsAt + duration * 1000;
    if (endsAt <= now()) return rejected2("InvalidValue");
    const superseded = blocks.derControls.set({ id, type, isDefault, priority, startsAt, endsAt, order });
    const supersededIds = superseded.slice(0, mostIds);
    return {
      result: { status: "Accepted", ...(supersededIds.length > 0 && { supersededIds }) },
      afterwards: () => blocks.derControls.begin(id),
    };
  }),

  GetDERControl: define2(
    z.object({ requestId: z.int(), isDefault: z.boolean().optional(), ...filter }),
    ({ requestId, ...asked }, { blocks, post }) => {
      if (asked.controlType && !supportedTypes.includes(asked.controlType)) return status("NotSupported");
      const found = blocks.derControls.find(asked);
      if (found.length === 0) return status("NotFound");
      return accepted2(() => {
        for (const part of derReport(requestId, found)) post(part);
      });
    },
  ),

  ClearDERControl: define2(z.object({ isDefault: z.boolean(), ...filter }), (asked, { blocks }) => {
    if (asked.controlType && !supportedTypes.includes(asked.controlType)) return status("NotSupported");
    if (blocks.derControls.find(asked).length === 0) return status("NotFound");
    return accepted2(() => blocks.derControls.clear(asked));
  }),
} satisfies Record<string, Command>;

function status(word: string): Answer {
  return { result: { status: word } };
}
