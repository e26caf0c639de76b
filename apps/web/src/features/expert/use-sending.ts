"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/live/trpc";
import type { OfflinePolicy } from "../commands/use-commands";

/** Sends a call the way every command goes, and tells under which number it is followed. */
export function useSending(station: number, onSent: (command: number) => void) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [policy, setPolicy] = useState<OfflinePolicy>({ ifOffline: "refuse" });
  const sending = useMutation(
    trpc.commands.send.mutationOptions({
      onSuccess: ({ id }) => onSent(id),
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: trpc.commands.pathKey() }),
          queries.invalidateQueries({ queryKey: trpc.expert.past.queryKey() }),
        ]),
    }),
  );
  return {
    policy,
    setPolicy,
    isSending: sending.isPending,
    /** Why the last one was not taken, in words. */
    fault: sending.error?.message,
    dismiss: sending.reset,
    send: (action: string, payload: object) =>
      sending.mutate({ station, command: { type: "raw", action, payload }, ...policy }),
  };
}
