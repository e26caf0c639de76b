"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useClock } from "./clock";
import { useDuration } from "./use-duration";

/** A measured value that changes its look when its source has been silent for too long. */
export function StaleValue({
  at,
  freshFor,
  isOffline,
  showAge,
  children,
}: {
  /** When it was measured. */
  at: Date | undefined;
  /** How long it may stand, in milliseconds. */
  freshFor: number;
  /** The source cannot have changed it since: stale at once. */
  isOffline?: boolean;
  showAge?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("stale");
  const speak = useDuration();
  const age = useClock((now) => {
    const silent = at ? now - at.getTime() : undefined;
    if (silent === undefined) return isOffline ? t("unknown") : undefined;
    return isOffline || silent > freshFor ? t("age", { age: speak(silent) }) : undefined;
  });

  if (age === undefined) return <>{children}</>;
  return (
    <span title={age}>
      <span className="stale">{children}</span>
      {showAge ? <span className="text-ink-3"> {age}</span> : <span className="sr-only"> {age}</span>}
    </span>
  );
}
