"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { ChangeMark } from "@/components/change-mark";
import { Glyph } from "@/components/glyph";
import { TotalPower } from "@/components/quantity";
import { SectionTitle } from "@/components/section-title";
import { addresses } from "../addresses";
import type { SitePowerView } from "./now-view";

/** What each site draws beside the others, and how many of its stations are there; of many sites, those that draw most. */
export function SitePower({ sites }: { sites: readonly SitePowerView[] }) {
  const t = useTranslations("now");
  if (sites.length === 0) return null;
  const shown = sites.length <= 12 ? sites : sites.filter((site) => rank(site, sites) < 12);
  const most = Math.max(1, ...sites.map(({ powerW }) => powerW));
  return (
    <section aria-labelledby="site-power">
      <SectionTitle id="site-power" count={sites.length}>
        {t("sitePower")}
      </SectionTitle>
      <ul>
        {shown.map(({ name, stations, connected, faulted, powerW }) => (
          <li
            key={name}
            className="grid min-h-8 grid-cols-[minmax(0,3fr)_minmax(0,4fr)_72px_minmax(0,3fr)] items-center gap-x-4 border-line border-b py-1 gap-y-1 max-md:grid-cols-[minmax(0,1fr)_auto]"
          >
            <Link
              href={`${addresses.stations}?q=${encodeURIComponent(`site:"${name}"`)}`}
              prefetch={false}
              className="truncate hover:underline"
            >
              {name}
            </Link>
            <span aria-hidden="true" className="h-2 rounded-1 bg-well max-md:order-last max-md:col-span-2">
              <span className="block h-full rounded-1 bg-charging" style={{ width: `${(powerW / most) * 100}%` }} />
            </span>
            <span className="text-right font-value">
              <ChangeMark value={Math.round(powerW / 1000)}>
                <TotalPower watts={powerW} />
              </ChangeMark>
            </span>
            <span className="flex items-center gap-1.5 truncate text-ink-2 max-md:col-span-2">
              {faulted > 0 && (
                <>
                  <Glyph name="faulted" size={14} />
                  <span className="text-fault-ink">{t("siteFaulted", { count: faulted })}</span>
                </>
              )}
              {faulted === 0 && connected < stations && <Glyph name="offline" size={14} />}
              {(faulted === 0 || connected < stations) && t("siteConnected", { connected, all: stations })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many draw more: the list keeps its order, so that no row moves while it is read. */
const rank = ({ powerW }: SitePowerView, all: readonly SitePowerView[]) =>
  all.filter((other) => other.powerW > powerW).length;
