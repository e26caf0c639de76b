import { procedure, router } from "../trpc";
import { overview } from "./overview";
import { railNumbers } from "./rail";

export const now = router({
  overview: procedure("overview.view").query(({ ctx }) => overview(ctx)),
  rail: procedure("overview.view").query(({ ctx }) => railNumbers(ctx)),
});
