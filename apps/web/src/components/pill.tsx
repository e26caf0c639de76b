import type { ReactNode } from "react";
import { cx } from "./cx";

/** `plain` says how things are, `attn` wants a look, `silent` is offline, `ink` is news. */
export type PillLook = "plain" | "attn" | "silent" | "ink";

/** A short state in a round frame: a mark, a word, and an age or count. */
export function Pill({
  look = "plain",
  mark,
  note,
  className,
  children,
}: {
  look?: PillLook;
  mark?: ReactNode;
  note?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={cx(
        "inline-flex h-6 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-pill border px-2 text-12 font-value",
        looks[look],
        className,
      )}
    >
      {mark}
      {children}
      {note !== undefined && (
        <span className={look === "plain" ? "font-regular text-ink-3" : "font-title"}>{note}</span>
      )}
    </span>
  );
}

const looks = {
  plain: "border-line-strong bg-canvas text-ink",
  attn: "border-attn-edge bg-tint-attn text-attn-ink",
  silent: "border-edge bg-offline text-ink",
  ink: "border-ink bg-ink text-ink-inv",
} as const satisfies Record<PillLook, string>;
