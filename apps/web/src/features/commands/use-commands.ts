"use client";

import { type Command, isDisruptive } from "@chargehand/domain/command";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTRPC } from "@/live/trpc";
import type { CommandView } from "./command-view";
import { keepGiven } from "./keep-given";

/** What becomes of a command while its station is away: said no to at once, or kept for some time. */
export type OfflinePolicy = { ifOffline: "refuse" } | { ifOffline: "queue"; expiresInSeconds: number };

/** How a command is given, where not as usual. */
export interface Sending {
  policy?: OfflinePolicy;
  /** It is not held for undo. */
  atOnce?: boolean;
  reason?: string;
  /** The server took it: a dialog that asked for it may close. Until then it is not given a second time. */
  onGiven?: () => void;
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
  // The stream brings every later step; the first one is shown at once. A refusal waits for nothing.
  const onSettled = (_: unknown, error: unknown) => {
    const asked = queries.invalidateQueries({ queryKey: trpc.commands.pathKey() });
    return error ? undefined : asked;
  };
  const dialog = useDialogOrder();
  const onSuccess = (_: unknown, order: object) => dialog.answered(order, true);
  const onError = (_: unknown, order: object) => dialog.answered(order, false);
  const sending = useMutation(
    trpc.commands.send.mutationOptions({
      onSuccess({ given }, order) {
        keepGiven(queries, given);
        dialog.answered(order, true);
      },
      onError,
      // The command stands in its lists: nobody waits for them to be asked again.
      onSettled: (_, error) => void onSettled(_, error),
    }),
  );
  const helping = useMutation(trpc.commands.startForSupport.mutationOptions({ onSuccess, onError, onSettled }));
  const undoing = useMutation(trpc.commands.cancel.mutationOptions({ onSettled }));

  return {
    /** What interrupts drivers is held some seconds for undo, unless it is to go at once. */
    send(station: number, command: Command, { policy, atOnce = false, reason, onGiven }: Sending = {}) {
      const hold = isDisruptive(command) && !atOnce;
      const order = {
        station,
        command,
        hold,
        ...(reason && { reason }),
        ...(policy ?? { ifOffline: "refuse" as const }),
      };
      if (!dialog.mayGive(order, onGiven)) return;
      undoing.reset();
      helping.reset();
      sending.mutate(order);
    },
    startForSupport(start: SupportStart, { onGiven }: Pick<Sending, "onGiven"> = {}) {
      if (!dialog.mayGive(start, onGiven)) return;
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
    /** What a dialog asked for is being handed over. */
    isPending: dialog.isHandedOver,
    /** Why the last one could not be given or taken back, in words. */
    fault: faultOf(sending.error ?? helping.error ?? undoing.error),
    dismiss() {
      sending.reset();
      helping.reset();
      undoing.reset();
    },
  };
}

/** The order of a dialog that stays open until the server has answered, and is given only once meanwhile. */
function useDialogOrder() {
  const given = useRef<{ order: object; onGiven: () => void }>(undefined);
  const [isHandedOver, setHandedOver] = useState(false);
  return {
    isHandedOver,
    mayGive(order: object, onGiven: (() => void) | undefined): boolean {
      if (!onGiven) return true;
      if (given.current) return false;
      given.current = { order, onGiven };
      setHandedOver(true);
      return true;
    },
    /** Not a mutation's own callback, which would wait for the lists to be asked for again. */
    answered(order: object, isTaken: boolean) {
      if (given.current?.order !== order) return;
      const { onGiven } = given.current;
      given.current = undefined;
      setHandedOver(false);
      if (isTaken) onGiven();
    },
  };
}

/** The server's words; where they are about one thing that was asked for, which one. */
function faultOf(error: { message: string; data?: { fields?: Record<string, string> } | null } | null) {
  if (!error) return undefined;
  const [at] = Object.entries(error.data?.fields ?? {}).find(([, text]) => text === error.message) ?? [];
  return at ? `${error.message} (${at.replace(/^command\./, "")})` : error.message;
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
