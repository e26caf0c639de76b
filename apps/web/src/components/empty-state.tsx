import type { ReactNode } from "react";

/** Why a list is empty. The three are never the same text: nothing yet, all filtered away, or all well. */
export type EmptyKind = "nothing-yet" | "filtered" | "all-well";

/** An empty list that says why, and what to do about it. */
export function EmptyState({
  kind,
  title,
  children,
  action,
}: {
  kind: EmptyKind;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div
      data-kind={kind}
      className={kind === "all-well" ? "py-3 text-13 text-ink-2" : "flex flex-col items-start gap-3 px-5 py-8"}
    >
      <div>
        <p className={kind === "all-well" ? "" : "font-title text-14"}>{title}</p>
        {children && <div className="max-w-text text-13 text-ink-2">{children}</div>}
      </div>
      {action}
    </div>
  );
}
