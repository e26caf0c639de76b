"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext } from "react";
import { useClock } from "./clock";
import { useDuration } from "./use-duration";

const CutOff = createContext(false);

/** Says for all values below that nothing new can reach them: our own stream is down. */
export function CutOffFromNews({ isCutOff, children }: { isCutOff: boolean; children: ReactNode }) {
  return <CutOff value={isCutOff}>{children}</CutOff>;
}

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
  const isSilent = useContext(CutOff) || isOffline;
  const age = useClock((now) => {
    const silent = at ? now - at.getTime() : undefined;
    if (silent === undefined) return isSilent ? t("unknown") : undefined;
    return isSilent || silent > freshFor ? t("age", { age: speak(silent) }) : undefined;
  });

  if (age === undefined) return <>{children}</>;
  return (
    <span title={age}>
      <span className="stale">{children}</span>
      {showAge ? <span className="text-ink-3"> {age}</span> : <span className="sr-only"> {age}</span>}
    </span>
  );
}
