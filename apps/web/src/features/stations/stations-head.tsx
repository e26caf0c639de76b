"use client";

import { ArrowDown, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode, Ref } from "react";
import { Button } from "@/components/button";
import { Chip, Facet } from "@/components/chip";
import { Glyph } from "@/components/glyph";
import { PageHead } from "@/components/page-head";
import { SearchField } from "@/components/search-field";
import { type ConnectorState, connectorStates } from "../connectors/connector-state";
import { type StationFilter, togglePart } from "./station-filter";

/** How many stations each choice would leave. */
export interface StationFacets {
  states: Partial<Record<ConnectorState, number>>;
  versions: { value: string; count: number }[];
  sites: { value: string; count: number }[];
}

/** The title of the stations list, its filter, and the choices that narrow it. */
export function StationsHead({
  filter,
  onFilter,
  onFilterDone,
  facets,
  shown,
  total,
  fresh,
  onFresh,
  onAdd,
  waiting,
  inputRef,
}: {
  filter: StationFilter;
  onFilter: (filter: StationFilter) => void;
  /** Enter: what was typed is complete. */
  onFilterDone?: () => void;
  facets?: StationFacets;
  shown: number;
  total: number;
  /** New matches that wait above, so that no row moves under the pointer. */
  fresh?: number;
  onFresh?: () => void;
  /** Absent for people who may not. */
  onAdd?: () => void;
  /** Stations that came unannounced and wait for approval. */
  waiting?: ReactNode;
  inputRef?: Ref<HTMLInputElement>;
}) {
  const t = useTranslations("stations");
  const connector = useTranslations("connector");
  const isChosen = (field: string, value: string) =>
    filter.parts.some((part) => part.field === field && part.value === value);

  return (
    <>
      <PageHead
        title={t("title")}
        count={shown < total ? t("countOf", { shown, total }) : t("count", { total })}
        news={
          fresh && onFresh ? (
            <Button look="primary" size="row" Icon={ArrowDown} onPress={onFresh} className="rounded-pill!">
              {t("fresh", { count: fresh })}
            </Button>
          ) : undefined
        }
        actions={
          onAdd && (
            <Button Icon={Plus} onPress={onAdd}>
              <span className="max-md:sr-only">{t("add")}</span>
            </Button>
          )
        }
      />
      <div className="flex flex-col gap-1.5 px-5 pb-2 max-md:px-4">
        <SearchField
          label={t("filter")}
          placeholder={filter.parts.length === 0 ? t("filterHint") : undefined}
          value={filter.text}
          onChange={(text) => onFilter({ ...filter, text })}
          onSubmit={onFilterDone}
          inputRef={inputRef}
          chips={filter.parts.map((part) => (
            <Chip
              key={`${part.field}:${part.value}`}
              field={part.field}
              value={part.value}
              onRemove={() => onFilter(togglePart(filter, part))}
            />
          ))}
        />
        {facets && (
          <div className="flex gap-4 overflow-x-auto text-12 [scrollbar-width:none]">
            <FacetGroup label={t("state")}>
              {connectorStates.map((state) => {
                const count = facets.states[state] ?? 0;
                return (
                  (count > 0 || isChosen("status", state)) && (
                    <Facet
                      key={state}
                      mark={<Glyph name={state} size={14} />}
                      label={connector(`state.${state}`)}
                      count={count}
                      isChosen={isChosen("status", state)}
                      onPress={() => onFilter(togglePart(filter, { field: "status", value: state }))}
                    />
                  )
                );
              })}
            </FacetGroup>
            {(["version", "site"] as const).map((field) => (
              <FacetGroup key={field} label={t(field)}>
                {facets[`${field}s`].map(({ value, count }) => (
                  <Facet
                    key={value}
                    label={value}
                    count={count}
                    isChosen={isChosen(field, value)}
                    onPress={() => onFilter(togglePart(filter, { field, value }))}
                  />
                ))}
              </FacetGroup>
            ))}
          </div>
        )}
        {waiting}
      </div>
    </>
  );
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
