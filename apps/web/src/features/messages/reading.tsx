"use client";

import { type PointerEvent, type ReactNode, type UIEvent, useRef } from "react";

/** Tells when somebody reads the list in it: the pointer is over it, or it is scrolled away from its newest rows. */
export function Reading({ onReading, children }: { onReading: (isReading: boolean) => void; children: ReactNode }) {
  const state = useRef({ isOver: false, isScrolled: false });
  const tell = (change: Partial<typeof state.current>) => {
    const before = state.current;
    state.current = { ...before, ...change };
    const { isOver, isScrolled } = state.current;
    if ((isOver || isScrolled) !== (before.isOver || before.isScrolled)) onReading(isOver || isScrolled);
  };
  return (
    <div
      className="flex min-h-0 flex-1 flex-col"
      onPointerEnter={(event: PointerEvent) => event.pointerType === "mouse" && tell({ isOver: true })}
      onPointerLeave={() => tell({ isOver: false })}
      onScrollCapture={({ target }: UIEvent) => target instanceof Element && tell({ isScrolled: target.scrollTop > 0 })}
    >
      {children}
    </div>
  );
}
