"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { ErrorPanel } from "@/components/error-panel";
import { Segments } from "@/components/segments";
import { TextField } from "@/components/text-field";
import { useTRPC } from "@/live/trpc";
import type { Outage } from "@/server/reports/outages";
import type { UptimeRow } from "@/server/reports/uptime";

/** Takes the time of an outage out of the count, with the reason that the report will show. */
export function ExcludeDialog({
  station,
  outage,
  time,
  onClose,
}: {
  station: UptimeRow;
  outage: Outage;
  time: (at: Date) => string;
  onClose: () => void;
}) {
  const t = useTranslations("reports");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const form = useId();
  const [reason, setReason] = useState("");
  const [of, setOf] = useState<"station" | "site">("station");
  const { siteId } = station;
  const excluding = useMutation(
    trpc.reports.exclude.mutationOptions({
      onSuccess: onClose,
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.reports.pathKey() }),
    }),
  );
  return (
    <Dialog
      title={t("excludeTitle")}
      isOpen
      onOpenChange={onClose}
      footer={
        <Button type="submit" form={form} look="primary" isDisabled={excluding.isPending}>
          {t("exclude")}
        </Button>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          excluding.mutate({
            of: of === "site" && siteId !== null ? { site: siteId } : { station: station.id },
            from: outage.from.toISOString(),
            until: outage.until.toISOString(),
            reason,
          });
        }}
      >
        <p>
          {time(outage.from)} – {time(outage.until)}
        </p>
        {siteId !== null && station.site !== null && (
          <Segments
            label={t("excludeFor")}
            chosen={of}
            onChoose={setOf}
            options={[
              { id: "station", label: station.identity },
              { id: "site", label: t("allOf", { site: station.site }) },
            ]}
          />
        )}
        <TextField
          label={t("reason")}
          help={t("reasonHelp")}
          value={reason}
          onChange={setReason}
          isRequired
          autoFocus
        />
        {excluding.error && <ErrorPanel what={t("notExcluded")} stillWorks={excluding.error.message} />}
      </form>
    </Dialog>
  );
}
