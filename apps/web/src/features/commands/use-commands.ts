"use client";

import { type Command, isDisruptive } from "@chargehand/domain/command";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/live/trpc";
import type { CommandView } from "./command-view";

/** What becomes of a command while its station is away: said no to at once, or kept for some time. */
export type OfflinePolicy = { ifOffline: "refuse" } | { ifOffline: "queue"; expiresInSeconds: number };

/** How a command is given, where not as usual. */
export interface Sending {
  policy?: OfflinePolicy;
  /** It is not held for undo. */
  atOnce?: boolean;
  reason?: string;
}

/** A charge started for somebody on the phone, with who pays, and why. */
export interface SupportStart {
  station: number;
  evse: number;
  connector?: number;
  billing: { to: "nobody" } | { to: "token"; value: string; kind: string };
  reason: string;
}

/** Gives commands and takes them back. What the server refuses stays here to be shown where it was asked for. */
export function useCommands() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  // The stream brings every later step; the first one is shown at once.
  const onSettled = () => queries.invalidateQueries({ queryKey: trpc.commands.pathKey() });
  const sending = useMutation(trpc.commands.send.mutationOptions({ onSettled }));
  const helping = useMutation(trpc.commands.startForSupport.mutationOptions({ onSettled }));
  const undoing = useMutation(trpc.commands.cancel.mutationOptions({ onSettled }));

  return {
    /** What interrupts drivers is held some seconds for undo, unless it is to go at once. */
    send(station: number, command: Command, { policy, atOnce = false, reason }: Sending = {}) {
      undoing.reset();
      helping.reset();
      const order = { station, command, hold: isDisruptive(command) && !atOnce, ...(reason && { reason }) };
      sending.mutate({ ...order, ...(policy ?? { ifOffline: "refuse" }) });
    },
    startForSupport(start: SupportStart) {
      undoing.reset();
      sending.reset();
      helping.mutate(start);
    },
    undo({ id }: Pick<CommandView, "id">) {
      sending.reset();
      helping.reset();
      undoing.mutate({ id: Number(id) });
    },
    /** The one that is being handed to the server at this moment, so that its button answers at once. */
    pending: sending.isPending ? handedOver(sending.variables.command, sending.submittedAt) : undefined,
    /** Why the last one could not be given or taken back, in words. */
    fault: sending.error?.message ?? helping.error?.message ?? undoing.error?.message,
    dismiss() {
      sending.reset();
      helping.reset();
      undoing.reset();
    },
  };
}

const handedOver = (command: Command, at: number): CommandView => ({
  id: "pending",
  station: "",
  command,
  place: "evse" in command && command.evse ? String(command.evse) : undefined,
  by: "",
  delivery: "queued",
  proof: "none",
  createdAt: new Date(at),
});
