"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/live/trpc";
import { useMay } from "../person/may";
import type { SavedView, ViewPlace } from "./saved-view";
import { ViewForm } from "./view-form";
import { ViewLine } from "./view-line";

/** The kept views of a list, and the name under which it could be kept as it is. */
export function ViewsPanel({
  place,
  path,
  search,
  views,
  onDone,
}: {
  place: ViewPlace;
  path: string;
  search: string;
  views: readonly SavedView[];
  onDone: () => void;
}) {
  const t = useTranslations("views");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mayShare = useMay("views.share");
  const onSuccess = () => queries.invalidateQueries(trpc.views.pathFilter());
  const save = useMutation(trpc.views.save.mutationOptions({ onSuccess }));
  const here = views.find((view) => view.search === search);

  return (
    <div className="flex w-88 max-w-[90vw] flex-col gap-2 p-2">
      {views.length > 0 && (
        <ul aria-label={t("kept")} className="flex max-h-80 flex-col overflow-auto">
          {views.map((view) => (
            <ViewLine key={view.id} view={view} path={path} isHere={view === here} search={search} onGone={onDone} />
          ))}
        </ul>
      )}
      {here ? (
        <p className="px-2 text-12 text-ink-3">{t("isKept", { name: here.name })}</p>
      ) : (
        <ViewForm
          mayShare={mayShare}
          fault={save.error?.message}
          onSave={(name, team) => save.mutate({ place, name, team, search }, { onSuccess: onDone })}
        />
      )}
    </div>
  );
}
