"use client";

import { NextIntlClientProvider, useLocale, useTimeZone, useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext } from "react";
import type { Preferences } from "./preferences";

type Clocks = Pick<Preferences, "clock" | "timeZone">;

const Chosen = createContext<Clocks>({ clock: "mine", timeZone: "UTC" });

/** Hands down whose clock a person wants times to be told by. */
export function TellTime({ clock, timeZone, children }: Clocks & { children: ReactNode }) {
  return <Chosen value={{ clock, timeZone }}>{children}</Chosen>;
}

/**
 * What is about one site: its times are told by the clock that hangs there, unless the person chose another one. Where
 * that clock is not the person's own, every date says so in its title, and `ZoneNote` in words.
 */
export function SiteTime({ zone, children }: { zone: string | undefined; children: ReactNode }) {
  const { clock } = useContext(Chosen);
  const locale = useLocale();
  const told = useTimeZone();
  // Around `children` in any case: a zone that becomes known must not make them anew, and take the focus away.
  const isSites = clock === "site" && zone !== undefined && isZone(zone);
  return (
    <NextIntlClientProvider locale={locale} timeZone={isSites ? zone : told}>
      {children}
    </NextIntlClientProvider>
  );
}

/** Names the zone that times are told in here, where it is not the person's own. */
export function ZoneNote() {
  const t = useTranslations("preferences");
  const told = useTimeZone();
  const { timeZone } = useContext(Chosen);
  return (
    told !== undefined &&
    told !== timeZone && <span className="text-12 text-ink-3">{t("timesOf", { zone: told })}</span>
  );
}

/** A site may carry a name that this browser has never heard of. */
function isZone(name: string) {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
