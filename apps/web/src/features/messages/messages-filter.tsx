"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useTRPC } from "@/live/trpc";
import type { FieldWords } from "../filter/field-words";
import { namesOf } from "../filter/fields";
import { FilterBar } from "../filter/filter-bar";
import type { WrittenFilter } from "../filter/use-filter";
import { messageFields, readMessageFilter } from "./message-fields";

/** The filter of a conversation. What is no field of ours is one of the payload. */
export function MessagesFilter({
  filter,
  found,
  station,
}: {
  filter: WrittenFilter;
  found?: ReactNode;
  station: number | undefined;
}) {
  const t = useTranslations("messages");
  const trpc = useTRPC();
  const { data: actions = [] } = useQuery(trpc.messages.actions.queryOptions({ station }));
  const words: FieldWords = {
    field: (name) => {
      const field = namesOf(messageFields).find((each) => each === name);
      return field ? t(`field.${field}`) : "";
    },
    useValues: (asked) => {
      if (asked?.field === "since") return ["15m", "1h", "24h", "7d"].map((value) => ({ value }));
      if (asked?.field === "latency") return [">500ms", ">2s"].map((value) => ({ value }));
      if (asked?.field !== "action") return [];
      const start = asked.start.toLowerCase();
      return actions
        .filter(({ action }) => action.toLowerCase().includes(start))
        .map(({ action: value, count }) => ({ value, count }));
    },
  };
  return (
    <FilterBar
      label={t("filter")}
      placeholder={t("filterHint")}
      fields={messageFields}
      words={words}
      filter={{ ...filter, faults: readMessageFilter(filter.written).faults }}
      found={found}
    />
  );
}
