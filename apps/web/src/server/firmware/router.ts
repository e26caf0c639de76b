import { z } from "zod";
import { Conflict, Refused } from "../errors";
import { procedure, router } from "../trpc";
import { imageChange, imageKind, newImage } from "./fields";
import { addImage, alreadyThere, changeImage, imageOf, removeImage } from "./images";
import { downloadList, firmwareById, firmwareList, listDownloads, listFirmware } from "./list";
import { whyNoRoom } from "./room";

const byId = z.object({ id: z.int() });

/** The library of firmware. */
export const firmware = router({
  list: procedure("firmware.view")
    .input(firmwareList)
    .query(({ ctx, input }) => listFirmware(ctx, input)),
  byId: procedure("firmware.view")
    .input(byId)
    .query(({ ctx, input }) => firmwareById(ctx, input.id)),
  downloads: procedure("firmware.view")
    .input(downloadList)
    .query(({ ctx, input }) => listDownloads(ctx, input)),
  /** Asked before a large file is sent: why it would not be taken. Nothing is done. */
  weigh: procedure("firmware.write")
    .input(imageKind.extend({ size: z.int().min(1, "The file is empty.") }))
    .mutation(async ({ ctx, input }) => {
      if (await imageOf(ctx.prisma, input)) throw new Conflict(alreadyThere(input));
      const noRoom = await whyNoRoom(ctx.firmware, input.size);
      if (noRoom !== undefined) throw new Refused(noRoom);
    }),
  add: procedure("firmware.write")
    .input(newImage)
    .mutation(({ ctx, input }) => addImage(ctx, input)),
  change: procedure("firmware.write")
    .input(imageChange)
    .mutation(({ ctx, input }) => changeImage(ctx, input)),
  remove: procedure("firmware.write")
    .input(byId)
    .mutation(({ ctx, input }) => removeImage(ctx, input.id)),
});
