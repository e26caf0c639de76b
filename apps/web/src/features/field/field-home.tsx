"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useDeferredValue, useEffect, useState } from "react";
import { Button } from "@/components/button";
import { TextField } from "@/components/text-field";
import { TextLink } from "@/components/text-link";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";
import { type RecentStation, recentStations } from "./recent-stations";
import { Scanner } from "./scanner";
import { stationIn } from "./station-code";

/** Which station somebody stands before: by its code, its number, or one of the last. */
export function FieldHome() {
  const t = useTranslations("field");
  const trpc = useTRPC();
  const router = useRouter();
  const [text, setText] = useState("");
  const [recent, setRecent] = useState<readonly RecentStation[]>([]);
  useEffect(() => setRecent(recentStations()), []);
  const sought = useDeferredValue(stationIn(text));
  const { data, isPlaceholderData } = useQuery({
    ...trpc.search.find.queryOptions({ text: sought.slice(0, 100) }),
    enabled: sought !== "",
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  const stations = sought === "" ? [] : (data?.stations ?? []);
  const isKnown = data !== undefined && !isPlaceholderData;

  const open = (identity: string) => router.push(addresses.fieldStation(identity));
  function enter(event: FormEvent) {
    event.preventDefault();
    const [first] = stations;
    if (first && isKnown) open(first.identity);
  }

  return (
    <main className="flex min-h-0 flex-1 flex-col gap-5 overflow-auto px-[max(16px,calc(50%-24rem))] py-4">
      <h1 className="sr-only">{t("which")}</h1>
      <Scanner onRead={(code) => open(stationIn(code))} />
      <form onSubmit={enter} className="flex flex-col gap-2">
        <TextField
          label={t("number")}
          help={t("numberHelp")}
          value={text}
          onChange={setText}
          isMono
          autoComplete="off"
        />
        <Button type="submit" size="big" isDisabled={stations.length === 0}>
          {t("open")}
        </Button>
      </form>
      {isKnown && sought !== "" && stations.length === 0 && <p role="status">{t("nothing", { text: sought })}</p>}
      <Stations
        label={t("found")}
        stations={stations.map(({ identity, name, site }) => ({
          identity,
          note: [name, site].filter(Boolean).join(" · ") || undefined,
        }))}
      />
      {sought === "" && <Stations label={t("recent")} stations={recent} />}
      <p className="mt-auto">
        <TextLink href={addresses.now}>{t("console")}</TextLink>
      </p>
    </main>
  );
}

function Stations({ label, stations }: { label: string; stations: readonly RecentStation[] }) {
  if (stations.length === 0) return null;
  return (
    <section aria-label={label}>
      <h2 className="text-12 text-ink-2">{label}</h2>
      <ul>
        {stations.map(({ identity, note }) => (
          <li key={identity}>
            <Link
              href={addresses.fieldStation(identity)}
              className="flex min-h-12 flex-wrap items-center gap-x-3 border-line-strong border-b py-1"
            >
              <span className="mono break-all font-value">{identity}</span>
              {note && <span className="text-ink-2">{note}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
