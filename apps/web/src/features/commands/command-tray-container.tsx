"use client";

import { useQuery } from "@tanstack/react-query";
import { useKeys } from "@/components/keys/use-keys";
import { useTRPC } from "@/live/trpc";
import { CommandFault } from "./command-fault";
import { CommandTray } from "./command-tray";
import { commandState } from "./command-view";
import { useAgain } from "./use-again";
import { useCommands } from "./use-commands";

/**
 * My commands with their life, at the foot of every page, kept by the stream of changes. `given` counts those that were
 * given where no button shows what became of them.
 */
export function CommandTrayContainer({ given = 0 }: { given?: number }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.commands.list.queryOptions({ mine: true, limit: 30 }));
  const commands = useCommands();
  const again = useAgain(data?.rows ?? [], commands.send);
  const held = data?.rows.find((command) => commandState(command) === "held");
  useKeys({ undo: held && (() => commands.undo(held)) });
  return (
    <>
      {commands.fault && <CommandFault text={commands.fault} onDismiss={commands.dismiss} />}
      <CommandTray opensWith={given} commands={data?.rows ?? []} onUndo={commands.undo} onTryAgain={again} />
    </>
  );
}
