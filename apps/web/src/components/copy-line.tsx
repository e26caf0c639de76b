"use client";

import { CopyButton } from "./copy-button";

/** A text to be typed elsewhere, named, and a button that copies it. */
export function CopyLine({ label, text }: { label: string; text: string }) {
  return (
    <div className="flex flex-col gap-1">
      <span className="text-12 text-ink-2">{label}</span>
      <div className="flex items-center gap-2">
        <code className="mono min-w-0 flex-1 select-all break-all rounded-1 bg-well px-2 py-1">{text}</code>
        <CopyButton text={text} />
      </div>
    </div>
  );
}
