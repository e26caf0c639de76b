import { createTRPCClient, httpSubscriptionLink, TRPCClientError } from "@trpc/client";
import superjson from "superjson";
import type { AppRouter } from "../server/app-router";
import type { OpenStream } from "./centre";
import type { LiveMessage } from "./message";

const firstPauseMs = 500;
const longestPauseMs = 2_000;

/** The stream over the network. A broken line is mended by itself, from the last cursor it carried. */
export const openStream =
  (origin: string): OpenStream =>
  (start, { onMessage, onLine }) => {
    const client = createTRPCClient<AppRouter>({
      links: [httpSubscriptionLink({ url: `${origin}/api/trpc`, transformer: superjson })],
    });
    let cursor = start;
    let attempts = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let closed = false;
    let close = subscribe();

    function subscribe(): () => void {
      const subscription = client.live.stream.subscribe(
        { lastEventId: cursor },
        {
          onData(data) {
            attempts = 0;
            const message: LiveMessage = "kind" in data ? data : data.data;
            if ("cursor" in message) cursor = message.cursor;
            onMessage(message);
          },
          onConnectionStateChange({ state, error }) {
            if (state === "pending") onLine("open");
            else if (state === "connecting") onLine(error ? "lost" : "connecting");
          },
          onError(error) {
            if (isSignedOut(error)) onLine("signed-out");
            else again();
          },
          onComplete: again,
        },
      );
      return () => subscription.unsubscribe();
    }

    function again() {
      if (closed) return;
      onLine("lost");
      const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** attempts) * (0.5 + Math.random() / 2);
      attempts += 1;
      clearTimeout(timer);
      timer = setTimeout(() => {
        close = subscribe();
      }, pause);
    }

    return () => {
      closed = true;
      clearTimeout(timer);
      close();
    };
  };

const isSignedOut = (error: unknown) =>
  error instanceof TRPCClientError && (error.data?.code === "UNAUTHORIZED" || error.data?.code === "FORBIDDEN");
