import { procedure, router } from "../trpc";
import { fileList, listFiles } from "./list";

export const files = router({
  list: procedure("files.view")
    .input(fileList)
    .query(({ ctx, input }) => listFiles(ctx, input)),
});
