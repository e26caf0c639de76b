"use client";

import { TRPCClientError } from "@trpc/client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import type { AppRouter } from "@/server/app-router";
import { type SaidOfSite, type SiteDraft, saidOf } from "./site-draft";
import { type SiteFault, SiteForm } from "./site-form";

/** Asks for everything about a place, of a new one or one that is there. */
export function SiteDialog({
  title,
  action,
  start,
  sending,
  onSubmit,
  onClose,
}: {
  title: string;
  action: string;
  start: SiteDraft;
  sending: { isPending: boolean; error: unknown };
  onSubmit: (site: SaidOfSite) => void;
  onClose: () => void;
}) {
  const t = useTranslations("siteForm");
  return (
    <Dialog
      title={title}
      isOpen
      wide
      onOpenChange={(open) => open || onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button look="primary" type="submit" form="site" isPending={sending.isPending}>
            {action}
          </Button>
        </>
      }
    >
      <SiteForm id="site" start={start} onSubmit={(draft) => onSubmit(saidOf(draft))} fault={faultOf(sending.error)} />
    </Dialog>
  );
}

/** A refusal at the field it is about. */
function faultOf(error: unknown): SiteFault | undefined {
  if (!(error instanceof TRPCClientError)) return undefined;
  const { data, message }: Pick<TRPCClientError<AppRouter>, "data" | "message"> = error;
  const field = (["name", "timeZone"] as const).find((one) => data?.fields?.[one]);
  if (field) return { field, text: data?.fields?.[field] ?? message };
  return { field: data?.code === "CONFLICT" ? "name" : undefined, text: message };
}
