import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { TRPCError } from "@trpc/server";
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { TakenOver } from "@/live/taken-over";
import { type AppRouter, appRouter } from "./app-router";
import { pageContext, signInFirst } from "./page-context";

/** What a page asks before it is drawn: with the questions of the browser, so that their answers are found there. */
export type Ask = (asking: { trpc: TRPCOptionsProxy<AppRouter>; client: QueryClient }) => Promise<unknown>[];

/** Draws its children with the answers already in hand: the first paint has data, and nothing jumps. */
export async function Prefetched({ ask, children }: { ask: Ask; children: ReactNode }) {
  const client = new QueryClient();
  const context = await pageContext();
  const trpc = createTRPCOptionsProxy<AppRouter>({ ctx: context, router: appRouter, queryClient: client });
  await Promise.all(ask({ trpc, client })).catch(leave);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      {children}
      <TakenOver />
    </HydrationBoundary>
  );
}

/** What is not there is another page; who is not known signs in; anything else is the segment's error panel. */
async function leave(error: unknown): Promise<never> {
  if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
  if (error instanceof TRPCError && error.code === "UNAUTHORIZED") return signInFirst();
  throw error;
}
