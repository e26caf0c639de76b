"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import superjson from "superjson";
import type { AppRouter } from "@/server/app-router";

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export { useTRPC, useTRPCClient };

/** Lets every component below ask the server; what was asked stays until an event says that it has changed. */
export function Queries({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  const [client] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [
        splitLink({
          condition: ({ context }) => context.isAlone === true,
          true: httpLink(procedures),
          false: httpBatchLink(procedures),
        }),
      ],
    }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}

const procedures = { url: "/api/trpc", transformer: superjson };

/**
 * For a question that is not sent together with others of the same moment, each of which would wait for the slowest:
 * because it is slow, or because somebody waits for its answer with their hands on the keys.
 */
export const alone = { trpc: { context: { isAlone: true } } };

const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, refetchOnWindowFocus: false, retry: 1 },
      // Nothing is kept back until there is a network, to be sent when nobody expects it any more: it fails at once.
      mutations: { retry: false, networkMode: "always" },
    },
  });
