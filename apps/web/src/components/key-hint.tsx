import { cx } from "./cx";

/** The key that does the same as the control it stands in; the control itself carries aria-keyshortcuts. */
export function KeyHint({ children, className }: { children: string; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        "inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-1 border border-current/35 px-1 font-ui text-12 leading-none opacity-80",
        className,
      )}
    >
      {children}
    </span>
  );
}
