"use client";

import type { ReactNode } from "react";
import { AnswerInDialogs, type Asked } from "@/components/dialog-answer";
import { CommandFault } from "./command-fault";

/** Says why a command was not taken: in the dialog that asked for it while it is open, else above what it was given in. */
export function CommandFaults({ of: asked, isBelow, children }: { of: Asked; isBelow?: boolean; children: ReactNode }) {
  return (
    <AnswerInDialogs of={asked}>
      {(fault) => (
        <>
          {!isBelow && fault && <CommandFault text={fault} onDismiss={asked.dismiss} />}
          {children}
          {isBelow && fault && (
            <div className="w-full">
              <CommandFault text={fault} onDismiss={asked.dismiss} />
            </div>
          )}
        </>
      )}
    </AnswerInDialogs>
  );
}
