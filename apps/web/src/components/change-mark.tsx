"use client";

import { type ReactNode, useState } from "react";

/** Underlines a value for a moment when it has changed under the reader's eyes; never on its first showing. */
export function ChangeMark({ value, children }: { value: string | number | undefined; children?: ReactNode }) {
  const [seen, setSeen] = useState({ value, changes: 0 });
  if (seen.value !== value) setSeen({ value, changes: seen.changes + 1 });

  return (
    <span
      key={seen.changes}
      className={seen.changes > 0 ? "animate-changed underline decoration-1 underline-offset-3" : undefined}
    >
      {children ?? value}
    </span>
  );
}
