import { z } from "zod";
import type { Controls } from "../../charger/controls";
import { chargingProfile2, limitOf, scheduleUpdate } from "./profile2";

type ScheduleUpdate = z.infer<typeof scheduleUpdate>;

/** Sets the limit of a dynamic profile anew; false when there is no such profile. */
export function updateSchedule({ blocks, now }: Controls, id: number, told: ScheduleUpdate): boolean {
  const { smartCharging } = blocks;
  const [profile] = smartCharging.select({ ids: [id] });
  const wire = chargingProfile2.safeParse(profile?.wire).data;
  const [schedule] = wire?.chargingSchedule ?? [];
  if (!profile || !wire || !schedule) return false;
  const periods = schedule.chargingSchedulePeriod.map((period) => ({ ...period, ...told }));
  return smartCharging.update(id, {
    limit: limitOf(told, profile.unit),
    wire: {
      ...wire,
      dynUpdateTime: new Date(now()).toISOString(),
      chargingSchedule: [{ ...schedule, chargingSchedulePeriod: periods }],
    },
  });
}

/** Asks for the next limit at the profile's own rhythm, for as long as it is installed. */
export function pullLater(controls: Controls, id: number, everyMs: number): void {
  const installed = controls.blocks.smartCharging.select({ ids: [id] })[0];
  controls.later(everyMs, () => {
    const [profile] = controls.blocks.smartCharging.select({ ids: [id] });
    if (!profile || profile !== installed) return;
    controls.post({
      action: "PullDynamicScheduleUpdate",
      build: () => ({ chargingProfileId: id }),
      onOutcome(outcome) {
        const told = outcome.type === "result" ? pulled.safeParse(outcome.payload).data : undefined;
        if (told?.scheduleUpdate) updateSchedule(controls, id, told.scheduleUpdate);
      },
    });
    pullLater(controls, id, everyMs);
  });
}

const pulled = z.object({ status: z.literal("Accepted"), scheduleUpdate: scheduleUpdate.optional() });
