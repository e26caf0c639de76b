"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";
import { SiteDialog } from "./site-dialog";
import { draftOf } from "./site-draft";

/** Adds a place, and goes to it. */
export function NewSite({ onClose }: { onClose: () => void }) {
  const t = useTranslations("siteForm");
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const creating = useMutation(
    trpc.sites.create.mutationOptions({
      async onSuccess({ id }) {
        await queries.invalidateQueries({ queryKey: trpc.sites.pathKey() });
        onClose();
        router.push(addresses.site(id));
      },
    }),
  );
  return (
    <SiteDialog
      title={t("addTitle")}
      action={t("add")}
      start={draftOf()}
      sending={creating}
      onSubmit={(site) => creating.mutate(site)}
      onClose={onClose}
    />
  );
}
