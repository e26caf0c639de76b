import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "./cx";

/** A link in running text: ink with a rule under it. `isMono` for ids and frames. */
export function TextLink({ href, isMono, children }: { href: string; isMono?: boolean; children: ReactNode }) {
  return (
    <Link
      href={href}
      className={cx(
        "border-edge border-b hover:border-ink",
        isMono ? "mono text-ink-2 hover:text-ink" : "text-ink",
      )}
    >
      {children}
    </Link>
  );
}
