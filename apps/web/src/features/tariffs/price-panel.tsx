"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ErrorPanel } from "@/components/error-panel";
import { Select } from "@/components/select";
import { useTRPC } from "@/live/trpc";
import { Panel } from "../maintenance/panel";
import { SendButton } from "../maintenance/send-button";
import type { Maintenance } from "../maintenance/use-maintenance";
import { useMay } from "../person/may";
import { RunningCosts } from "./running-costs";
import { StationTariffs } from "./station-tariffs";
import { TariffDialog } from "./tariff-dialog";
import { TariffFacts } from "./tariff-facts";

/** What charging costs at a station: the network's tariff, what runs by it now, and what the station counts by itself. */
export function PricePanel({ maintenance }: { maintenance: Maintenance }) {
  const t = useTranslations("tariff");
  const words = useTranslations("stationPage");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mayWrite = useMay("sites.write");
  const { station } = maintenance;
  const [editing, setEditing] = useState<"new" | "this">();
  const here = useQuery(trpc.tariffs.ofStation.queryOptions({ station: station.id }));
  const all = useQuery(trpc.tariffs.list.queryOptions());
  const onSuccess = () => queries.invalidateQueries({ queryKey: trpc.tariffs.pathKey() });
  const assigning = useMutation(trpc.tariffs.assign.mutationOptions({ onSuccess }));
  const { tariff, isOwn, site } = here.data ?? { tariff: null, isOwn: false, site: null };
  const blocked = mayWrite ? undefined : words("operatorsOnly");
  const fault = here.error ?? assigning.error;

  const assign = (id: number | null) => assigning.mutate({ to: { station: station.id }, tariff: id });

  return (
    <Panel
      title={t("title")}
      note={tariff && !isOwn ? (site ? t("ofSite", { site }) : t("ofAll")) : undefined}
      types={["set-tariff", "read-tariffs", "clear-tariffs", "change-tariff", "show-cost", "show-price"]}
      maintenance={maintenance}
      actions={
        <>
          {tariff && <SendButton label={t("change")} blocked={blocked} onPress={() => setEditing("this")} />}
          <SendButton label={t("new")} blocked={blocked} onPress={() => setEditing("new")} />
        </>
      }
    >
      {fault && <ErrorPanel what={t("failed")} stillWorks={fault.message} onRetry={() => void here.refetch()} />}
      <div className="grid grid-cols-[minmax(220px,320px)_minmax(0,1fr)] gap-x-8 gap-y-3 py-3 max-md:grid-cols-1">
        <Select
          label={t("choose")}
          help={t("chooseHelp")}
          isDisabled={!mayWrite}
          chosen={isOwn && tariff ? String(tariff.id) : "site"}
          onChoose={(id) => assign(id === "site" ? null : Number(id))}
          options={[
            { id: "site", label: site ? t("asSite", { site }) : t("asAll") },
            ...(all.data ?? []).map(({ id, name, currency }) => ({ id: String(id), label: `${name} (${currency})` })),
          ]}
        />
        {tariff ? <TariffFacts tariff={tariff} /> : <p className="text-ink-2">{t("none")}</p>}
      </div>
      <RunningCosts maintenance={maintenance} tariffs={all.data ?? []} />
      <StationTariffs maintenance={maintenance} tariff={tariff ?? undefined} />
      {editing && (
        <TariffDialog
          tariff={editing === "this" ? (tariff ?? undefined) : undefined}
          onClose={() => setEditing(undefined)}
          onSaved={(id) => {
            setEditing(undefined);
            void onSuccess();
            if (editing === "new") assign(id);
          }}
        />
      )}
    </Panel>
  );
}
