"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Select } from "@/components/select";
import { TextLink } from "@/components/text-link";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../../addresses";
import type { WrittenFilter } from "../../filter/use-filter";
import { StationsFilter } from "../../stations/stations-filter";
import type { Chosen } from "./draft";
import { readPicked } from "./picked-store";

/** The stations that were picked in the list, once the browser has said which. */
export function usePickedStations(isPicked: boolean): readonly string[] {
  const [ids, setIds] = useState<readonly string[]>([]);
  useEffect(() => {
    if (isPicked) setIds(readPicked());
  }, [isPicked]);
  return ids;
}

/** With whom: a filter as in the list of stations, a view that is kept, or those that were picked. */
export function WhoStep({ chosen, filter }: { chosen: Chosen; filter: WrittenFilter }) {
  const t = useTranslations("campaigns.new");
  if (chosen.is === "reached") {
    return (
      <p className="text-13">
        {t("whoReached")} <TextLink href={addresses.campaign(chosen.campaign)}>{`#${chosen.campaign}`}</TextLink>
      </p>
    );
  }
  if (chosen.is === "some") return <p className="text-13">{t("whoPicked", { count: chosen.ids.length })}</p>;
  return <ByFilter filter={filter} />;
}

function ByFilter({ filter }: { filter: WrittenFilter }) {
  const t = useTranslations("campaigns.new");
  const format = useFormatter();
  const trpc = useTRPC();
  const { data: facets } = useQuery(trpc.stations.facets.queryOptions({ q: filter.written }));
  const { data: views } = useQuery(trpc.views.list.queryOptions({ place: "stations" }));
  return (
    <div className="flex flex-col gap-4">
      {views && views.length > 0 && (
        <Select
          label={t("view")}
          placeholder={t("chooseView")}
          className="w-80 max-w-full"
          chosen={undefined}
          onChoose={(id) => {
            const view = views.find((each) => String(each.id) === id);
            if (view) filter.set(new URLSearchParams(view.search).get("q") ?? "");
          }}
          options={views.map(({ id, name }) => ({ id: String(id), label: name }))}
        />
      )}
      <StationsFilter filter={filter} onLeave={() => undefined} />
      <p role="status" className="text-14">
        {facets ? (
          <>
            <b className="font-value">{format.number(facets.matching)}</b> {t("match", { count: facets.matching })}
          </>
        ) : (
          t("counting")
        )}
      </p>
      <p className="text-12 text-ink-2">{t("frozen")}</p>
    </div>
  );
}
