import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "./cx";

/** A link in running text: ink with a rule under it. In a grid's row the row is the stop for the keys. */
export function TextLink({
  href,
  isMono,
  inRow,
  children,
}: {
  href: string;
  isMono?: boolean;
  inRow?: boolean;
  children: ReactNode;
}) {
  return (
    <Link
      href={href}
      prefetch={false}
      tabIndex={inRow ? -1 : undefined}
      className={cx(
        "border-line-strong border-b hover:border-ink",
        isMono ? "mono text-ink-2 hover:text-ink" : "text-inherit",
      )}
    >
      {children}
    </Link>
  );
}
