import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { ReactNode } from "react";
import { type AppRouter, appRouter } from "@/server/app-router";
import { pageContext } from "@/server/page-context";

/**
 * Asks on the server what a page is going to ask, so that its first paint has the answers. What fails here is asked
 * again by the browser, which can say so.
 */
export async function Prefetched({
  ask,
  children,
}: {
  ask: (trpc: TRPCOptionsProxy<AppRouter>, queries: QueryClient) => Promise<void>[];
  children: ReactNode;
}) {
  const context = await pageContext();
  const queryClient = new QueryClient();
  const trpc = createTRPCOptionsProxy<AppRouter>({ router: appRouter, ctx: context, queryClient });
  await Promise.all(ask(trpc, queryClient));
  return <HydrationBoundary state={dehydrate(queryClient)}>{children}</HydrationBoundary>;
}
