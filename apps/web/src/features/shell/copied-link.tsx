"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";

/** Copies the address with all that is chosen on the page, and says so for a moment in the top bar. */
export function useCopiedLink(): [ReactNode, () => void] {
  const t = useTranslations("shell");
  const [copied, setCopied] = useState<{ link: string; worked: boolean }>();

  useEffect(() => {
    if (!copied?.worked) return;
    const timer = setTimeout(() => setCopied(undefined), 2_500);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    const link = location.href;
    try {
      // Without https there is no clipboard; the person gets the link to copy by hand.
      await navigator.clipboard.writeText(link);
      setCopied({ link, worked: true });
    } catch {
      setCopied({ link, worked: false });
    }
  }

  const said = (
    <span role="status" className="min-w-0 text-12 text-ink-2">
      {copied?.worked && t("linkCopied")}
      {copied && !copied.worked && (
        <input
          ref={(input) => input?.select()}
          readOnly
          aria-label={t("linkToCopy")}
          value={copied.link}
          onBlur={() => setCopied(undefined)}
          className="mono w-64 min-w-0 rounded-1 border border-edge bg-canvas px-2 py-1"
        />
      )}
    </span>
  );
  return [said, () => void copy()];
}
