"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { latePart } from "@/components/late-part";
import { useTRPC } from "@/live/trpc";
import type { TariffInForce } from "@/server/tariffs/tariffs";
import { useMay } from "../person/may";
import { SettingsHead } from "../settings/settings-head";
import { TariffRow } from "./tariff-row";

const TariffDialog = latePart(() => import("./tariff-dialog").then((module) => module.TariffDialog));
const PlacesDialog = latePart(() => import("./places-dialog").then((module) => module.PlacesDialog));
const RemoveTariffDialog = latePart(() => import("./remove-tariff-dialog").then((module) => module.RemoveTariffDialog));

type Asking = { what: "new" } | { what: "change" | "places" | "remove"; tariff: number };

/** What charging costs: made, changed, given to places, taken away. */
export function TariffsPage() {
  const t = useTranslations("tariffs");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mayWrite = useMay("sites.write");
  const { data: tariffs } = useSuspenseQuery(trpc.tariffs.list.queryOptions());
  const [asking, setAsking] = useState<Asking>();
  const onSettled = () => queries.invalidateQueries({ queryKey: trpc.tariffs.pathKey() });
  const remove = useMutation(trpc.tariffs.remove.mutationOptions({ onSettled, onSuccess: () => setAsking(undefined) }));
  const meant = asking && "tariff" in asking ? tariffs.find(({ id }) => id === asking.tariff) : undefined;
  const isOpen = (what: Asking["what"]): TariffInForce | undefined => (asking?.what === what ? meant : undefined);
  const [changed, placed, removed] = [isOpen("change"), isOpen("places"), isOpen("remove")];
  const close = () => setAsking(undefined);

  return (
    <div className="flex h-full min-h-0 flex-col overflow-auto">
      <SettingsHead
        actions={
          mayWrite && (
            <Button look="primary" Icon={Plus} onPress={() => setAsking({ what: "new" })}>
              {t("add")}
            </Button>
          )
        }
      />
      <p className="max-w-text px-5 py-2 text-ink-2 max-md:px-4">{t("about")}</p>
      {tariffs.length === 0 ? (
        <EmptyState kind="nothing-yet" title={t("none")}>
          {t("noneHelp")}
        </EmptyState>
      ) : (
        <ul className="px-5 pb-6 max-md:px-4">
          {tariffs.map((tariff) => (
            <TariffRow
              key={tariff.id}
              tariff={tariff}
              mayWrite={mayWrite}
              onAsk={(what) => setAsking({ what, tariff: tariff.id })}
            />
          ))}
        </ul>
      )}
      {(asking?.what === "new" || changed) && (
        <TariffDialog
          tariff={changed}
          onClose={close}
          onSaved={(tariff) => {
            void onSettled();
            // A new one counts nowhere yet, so that is what comes next.
            setAsking(asking?.what === "new" ? { what: "places", tariff } : undefined);
          }}
        />
      )}
      {placed && <PlacesDialog tariff={placed} mayWrite={mayWrite} onClose={close} />}
      {removed && (
        <RemoveTariffDialog
          tariff={removed}
          onClose={() => {
            close();
            remove.reset();
          }}
          onRemove={() => remove.mutate({ id: removed.id })}
          isSending={remove.isPending}
          error={remove.error?.message}
        />
      )}
    </div>
  );
}
