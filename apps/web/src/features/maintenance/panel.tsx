"use client";

import type { CommandType } from "@chargehand/domain/command";
import type { ReactNode } from "react";
import { SectionTitle } from "@/components/section-title";
import { CommandRow } from "../commands/command-row";
import type { Maintenance } from "./use-maintenance";

/** A part of the maintenance page: its title with what can be done, what was just told the station, and what is known. */
export function Panel({
  title,
  note,
  count,
  actions,
  types,
  maintenance,
  children,
}: {
  title: string;
  note?: ReactNode;
  count?: number;
  actions?: ReactNode;
  /** The commands that belong here. */
  types: readonly CommandType[];
  maintenance: Maintenance;
  children: ReactNode;
}) {
  const { fresh, commands, again } = maintenance;
  return (
    <section aria-label={title} className="min-w-0">
      <SectionTitle count={count} note={note} aside={actions}>
        {title}
      </SectionTitle>
      {fresh(types).map((command) => (
        <div key={command.id} className="-mx-5 max-md:-mx-4">
          <CommandRow command={command} onUndo={commands.undo} onTryAgain={again} />
        </div>
      ))}
      {children}
    </section>
  );
}
