"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Bookmark } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { PopoverButton } from "@/components/popover-button";
import { useTRPC } from "@/live/trpc";
import { useMay } from "../person/may";
import type { ViewPlace } from "./saved-view";
import { ViewForm } from "./view-form";
import { ViewLine } from "./view-line";

/** Keeps a list by name, and leads to those that were kept: one's own and the team's. */
export function ViewsMenu({ place, path, search }: { place: ViewPlace; path: string; search: string }) {
  const t = useTranslations("views");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mayShare = useMay("views.share");
  const { data: views = [] } = useQuery(trpc.views.list.queryOptions({ place }));
  const onSuccess = () => queries.invalidateQueries(trpc.views.pathFilter());
  const save = useMutation(trpc.views.save.mutationOptions({ onSuccess }));
  const here = views.find((view) => view.search === search);

  return (
    <PopoverButton
      label={t("title")}
      trigger={
        <Button Icon={Bookmark} className="max-md:hidden">
          <span className="max-w-40 truncate">{here?.name ?? t("title")}</span>
        </Button>
      }
    >
      {(close) => (
        <div className="flex w-88 max-w-[90vw] flex-col gap-2 p-2">
          {views.length > 0 && (
            <ul aria-label={t("kept")} className="flex max-h-80 flex-col overflow-auto">
              {views.map((view) => (
                <ViewLine key={view.id} view={view} path={path} isHere={view === here} search={search} onGone={close} />
              ))}
            </ul>
          )}
          {here ? (
            <p className="px-2 text-12 text-ink-3">{t("isKept", { name: here.name })}</p>
          ) : (
            <ViewForm
              mayShare={mayShare}
              fault={save.error?.message}
              onSave={(name, team) => save.mutate({ place, name, team, search }, { onSuccess: close })}
            />
          )}
        </div>
      )}
    </PopoverButton>
  );
}
