"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/live/trpc";
import type { SiteDetail } from "@/server/sites/by-id";
import { SiteDialog } from "./site-dialog";
import { draftOf } from "./site-draft";

/** Changes what is known of a place. */
export function ChangeSite({ site, onClose }: { site: SiteDetail; onClose: () => void }) {
  const t = useTranslations("siteForm");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const changing = useMutation(
    trpc.sites.change.mutationOptions({
      onSuccess: onClose,
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.sites.pathKey() }),
    }),
  );
  return (
    <SiteDialog
      title={t("changeTitle", { site: site.name })}
      action={t("save")}
      start={draftOf(site)}
      sending={changing}
      onSubmit={(said) => changing.mutate({ id: site.id, ...said })}
      onClose={onClose}
    />
  );
}
