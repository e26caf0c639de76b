import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { appRouter } from "@/server/app-router";
import { log } from "@/server/log";
import { contextOf } from "@/server/request-context";

export const dynamic = "force-dynamic";

const handle = (request: Request) =>
  fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: ({ req }) => contextOf(req.headers),
    onError({ error, path, ctx }) {
      if (error.code !== "INTERNAL_SERVER_ERROR") return;
      log.error({ err: error.cause ?? error, path, person: ctx?.person?.id }, "a procedure broke");
    },
  });

export { handle as GET, handle as POST };
