"use client";

import type { Command } from "@chargehand/domain/command";
import type { FormEvent, ReactNode } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";

/** What the page hands to each of its dialogs. */
export interface OrderDialogProps {
  station: string;
  onClose: () => void;
  onSend: (command: Command) => void;
}

/** A form that becomes one command. */
export function OrderDialog({
  title,
  leave,
  send,
  isIncomplete = false,
  command,
  onClose,
  onSend,
  children,
}: Omit<OrderDialogProps, "station"> & {
  title: string;
  /** The words of its two buttons. */
  leave: string;
  send: string;
  /** Nothing is asked for yet. */
  isIncomplete?: boolean;
  /** What the form says now. */
  command: () => Command;
  children: ReactNode;
}) {
  function submit(event: FormEvent) {
    event.preventDefault();
    onSend(command());
  }

  return (
    <Dialog title={title} isOpen onOpenChange={(open) => open || onClose()}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        {children}
        <div className="flex justify-end gap-2 pt-1">
          <Button onPress={onClose}>{leave}</Button>
          <Button look="primary" type="submit" isDisabled={isIncomplete}>
            {send}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
