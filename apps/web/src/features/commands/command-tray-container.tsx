"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/live/trpc";
import { CommandFault } from "./command-fault";
import { CommandTray } from "./command-tray";
import { useAgain } from "./use-again";
import { useCommands } from "./use-commands";

/** My commands with their life, at the foot of every page, kept by the stream of changes. */
export function CommandTrayContainer() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.commands.list.queryOptions({ mine: true, limit: 30 }));
  const commands = useCommands();
  const again = useAgain(data?.rows ?? [], commands.send);
  return (
    <>
      {commands.fault && <CommandFault text={commands.fault} onDismiss={commands.dismiss} />}
      <CommandTray commands={data?.rows ?? []} onUndo={commands.undo} onTryAgain={again} />
    </>
  );
}
