"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { memo, type ReactNode } from "react";
import { useTRPC } from "@/live/trpc";
import { connectorStates } from "../connectors/connector-state";
import type { FieldWords } from "../filter/field-words";
import { namesOf } from "../filter/fields";
import { FilterBar } from "../filter/filter-bar";
import type { WrittenFilter } from "../filter/use-filter";
import { stationFields } from "./station-fields";

/** The filter of the list of stations, with its values completed by the server. */
export const StationsFilter = memo(function StationsFilter({
  filter,
  found,
  onLeave,
}: {
  filter: WrittenFilter;
  found?: ReactNode;
  onLeave: () => void;
}) {
  const t = useTranslations("stations");
  const connector = useTranslations("connector");
  const words: FieldWords = {
    field: (name) => {
      const field = namesOf(stationFields).find((each) => each === name);
      return field ? t(`field.${field}`) : "";
    },
    value: (field, value) => {
      const state = connectorStates.find((each) => field === "status" && each === value);
      return state && `${value} · ${connector(`state.${state}`)}`;
    },
    useValues: useStationValues,
  };
  return (
    <FilterBar
      label={t("filter")}
      placeholder={t("filterHint")}
      fields={stationFields}
      words={words}
      filter={filter}
      found={found}
      onLeave={onLeave}
    />
  );
});

const useStationValues: FieldWords["useValues"] = (asked) => {
  const trpc = useTRPC();
  const field = namesOf(stationFields).find((each) => each === asked?.field);
  const { data } = useQuery({
    ...trpc.stations.complete.queryOptions({ field: field ?? "id", start: asked?.start, q: asked?.q }),
    enabled: field !== undefined,
    placeholderData: keepPreviousData,
    // Counts of a moment ago are good enough while somebody types.
    staleTime: 5_000,
  });
  return field === undefined || !data ? [] : data;
};
