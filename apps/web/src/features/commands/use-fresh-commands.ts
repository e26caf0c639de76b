"use client";

import { useMemo } from "react";
import { useClock } from "@/components/clock";
import type { CommandView } from "./command-view";
import { stillMatters } from "./still-matters";

/** Of a list of commands those that are still news, judged again as time goes by. */
export function useFreshCommands<View extends CommandView>(commands: readonly View[] | undefined): View[] {
  const ids = useClock((now) =>
    (commands ?? [])
      .filter((command) => stillMatters(command, now))
      .map(({ id }) => id)
      .join(),
  );
  return useMemo(() => {
    const fresh = new Set(ids.split(","));
    return (commands ?? []).filter(({ id }) => fresh.has(id));
  }, [commands, ids]);
}
