"use client";

import { useQuery } from "@tanstack/react-query";
import { Bookmark } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { latePart } from "@/components/late-part";
import { PopoverButton } from "@/components/popover-button";
import { useTRPC } from "@/live/trpc";
import type { ViewPlace } from "./saved-view";

/** Keeps a list by name, and leads to those that were kept: one's own and the team's. */
export function ViewsMenu({ place, path, search }: { place: ViewPlace; path: string; search: string }) {
  const t = useTranslations("views");
  const trpc = useTRPC();
  const { data: views = [] } = useQuery(trpc.views.list.queryOptions({ place }));
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
      {(close) => <Panel place={place} path={path} search={search} views={views} onDone={close} />}
    </PopoverButton>
  );
}

/** Nobody opens it in the list's first second. */
const Panel = latePart(() => import("./views-panel").then(({ ViewsPanel }) => ViewsPanel));
