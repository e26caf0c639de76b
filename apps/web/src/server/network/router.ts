import { z } from "zod";
import { procedure, router } from "../trpc";
import { write } from "../write";

const naming = z.object({ name: z.string().trim().min(1, "A network needs a name.").max(80) });

export const network = router({
  /** What people call their network; nobody has said so yet where it is null. */
  name: procedure("overview.view").query(
    async ({ ctx }) => (await ctx.prisma.network.findUnique({ where: { id: 1 } }))?.name ?? null,
  ),
  rename: procedure("sites.write")
    .input(naming)
    .mutation(({ ctx, input: { name } }) =>
      write(ctx, async (tx, tell) => {
        const before = await tx.network.findUnique({ where: { id: 1 } });
        await tx.network.upsert({ where: { id: 1 }, create: { name }, update: { name } });
        tell.audit({ action: "network.rename", subject: "network:1", before: { name: before?.name }, after: { name } });
      }),
    ),
});
