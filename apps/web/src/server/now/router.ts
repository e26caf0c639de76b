import { procedure, router } from "../trpc";
import { overview } from "./overview";

export const now = router({
  overview: procedure("overview.view").query(({ ctx }) => overview(ctx)),
});
