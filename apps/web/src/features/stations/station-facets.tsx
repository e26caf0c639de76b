"use client";

import { useTranslations } from "next-intl";
import { memo, type ReactNode } from "react";
import { Facet } from "@/components/chip";
import { Glyph } from "@/components/glyph";
import type { StationFacets as Counts } from "@/server/stations/facets";
import { type ConnectorState, connectorStates } from "../connectors/connector-state";
import { parseFilter } from "../filter/filter";
import type { WrittenFilter } from "../filter/use-filter";
import { stationFields } from "./station-fields";

const fields = ["status", "version", "vendor", "fw", "site"] as const;

/** The choices that narrow the list, with how many stations each would leave; one press each. */
export const StationFacets = memo(function StationFacets({
  facets,
  filter,
}: {
  facets: Counts;
  filter: WrittenFilter;
}) {
  const t = useTranslations("stations");
  const connector = useTranslations("connector");
  return (
    <div className="flex gap-4 overflow-x-auto text-12 [scrollbar-width:none]">
      {fields.map((field) => {
        const values = withChosen(field, facets[field], filter);
        return (
          values.length > 0 && (
            <FacetGroup key={field} label={t(`facet.${field}`)}>
              {values.map(({ value, count }) => {
                const state = field === "status" ? connectorStates.find((each) => each === value) : undefined;
                return (
                  <Facet
                    key={value}
                    mark={state && <Glyph name={state} size={14} />}
                    label={state ? connector(`state.${state}`) : value}
                    count={count}
                    isChosen={filter.has(field, value)}
                    onPress={() => filter.toggle(field, value)}
                  />
                );
              })}
            </FacetGroup>
          )
        );
      })}
    </div>
  );
});

/** What was chosen stays in sight though nothing has it any more, so that it can be let go. */
function withChosen(field: string, counts: Counts[(typeof fields)[number]], { typing }: WrittenFilter) {
  const chosen = parseFilter(stationFields, typing.chips.join(" "))
    .parts.filter((part) => part.field === field && !part.not && part.compare === "is")
    .flatMap(({ values }) => values);
  const missing = chosen.filter((value) => counts.every((each) => each.value !== value));
  const order = (value: string) => connectorStates.indexOf(value as ConnectorState); // -1 for what is none
  const all = [...counts, ...missing.map((value) => ({ value, count: 0 }))];
  return field === "status" ? all.toSorted((a, b) => order(a.value) - order(b.value)) : all;
}

function FacetGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div role="group" aria-label={label} className="flex shrink-0 items-center gap-1">
      <span className="text-ink-3">{label}</span>
      {children}
    </div>
  );
}
