"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { OctagonX, Pause, Play, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { useClock } from "@/components/clock";
import { Dialog } from "@/components/dialog";
import { DownloadLink } from "@/components/download-link";
import { useKeys } from "@/components/keys/use-keys";
import { PageHead } from "@/components/page-head";
import { useTRPC } from "@/live/trpc";
import type { CampaignDetail } from "@/server/campaigns/list";
import { addresses } from "../addresses";
import { useMay } from "../person/may";
import { CampaignState } from "./campaign-state";
import { RollBack } from "./roll-back";
import { totalOf } from "./target-states";

/** What a campaign is called, how it stands, and what can be done about it; one large stop. */
export function CampaignHead({ campaign }: { campaign: CampaignDetail }) {
  const t = useTranslations("campaigns");
  const mayWrite = useMay("campaigns.write");
  const now = useClock((time) => time);
  const { counts } = campaign;
  return (
    <>
      <PageHead
        title={campaign.name}
        count={<CampaignState status={campaign.status} startsAt={campaign.startsAt} now={now} />}
        actions={mayWrite && <CampaignActions campaign={campaign} />}
      />
      <p className="px-5 pb-3 text-14 text-ink-2 max-md:px-4">
        <span role="status">
          {campaign.reason ? `${campaign.reason}. ` : ""}
          {campaign.status === "stopping" ? `${t("midFlight", { count: counts.working })} ` : ""}
        </span>
        {t("sum", { done: counts.succeeded + counts.skipped, total: totalOf(counts), failed: counts.failed })}
      </p>
    </>
  );
}

function CampaignActions({ campaign }: { campaign: CampaignDetail }) {
  const { id, status, counts, stages } = campaign;
  const t = useTranslations("campaigns");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isStopping, setStopping] = useState(false);
  const onSettled = () => queries.invalidateQueries({ queryKey: trpc.campaigns.pathKey() });
  const pause = useMutation(trpc.campaigns.pause.mutationOptions({ onSettled }));
  const resume = useMutation(trpc.campaigns.resume.mutationOptions({ onSettled }));
  const approve = useMutation(trpc.campaigns.approve.mutationOptions({ onSettled }));
  const retry = useMutation(trpc.campaigns.retry.mutationOptions({ onSettled }));
  const stop = useMutation(trpc.campaigns.stop.mutationOptions({ onSettled, onSuccess: () => setStopping(false) }));
  const goesOn = status === "running" || status === "paused";
  const held = stages.find((stage) => stage.status === "held");
  useKeys({ stopCampaign: goesOn ? () => setStopping(true) : undefined });
  const fault = pause.error ?? resume.error ?? approve.error ?? retry.error;

  return (
    <>
      {fault && (
        <span role="alert" className="text-fault-ink">
          {fault.message}
        </span>
      )}
      {counts.failed > 0 && (goesOn || status === "finished") && (
        <Button Icon={RotateCcw} isPending={retry.isPending} onPress={() => retry.mutate({ id })}>
          {t("retry", { count: counts.failed })}
        </Button>
      )}
      {counts.unproven > 0 && (goesOn || status === "finished") && (
        <Button Icon={RotateCcw} isPending={retry.isPending} onPress={() => retry.mutate({ id, state: "unproven" })}>
          {t("retryUnproven", { count: counts.unproven })}
        </Button>
      )}
      <RollBack campaign={campaign} />
      <DownloadLink href={addresses.campaignExport(id)} label={t("export")} />
      {status === "running" && held && (
        <Button look="primary" Icon={Play} isPending={approve.isPending} onPress={() => approve.mutate({ id })}>
          {t("approve", { number: held.number })}
        </Button>
      )}
      {status === "running" && (
        <Button Icon={Pause} isPending={pause.isPending} onPress={() => pause.mutate({ id })}>
          {t("pause")}
        </Button>
      )}
      {status === "paused" && (
        <Button Icon={Play} isPending={resume.isPending} onPress={() => resume.mutate({ id })}>
          {t("resume")}
        </Button>
      )}
      {goesOn && (
        <Button look="primary" size="big" Icon={OctagonX} shortcut="stopCampaign" onPress={() => setStopping(true)}>
          {t("stop")}
        </Button>
      )}
      <Dialog
        title={t("stopTitle")}
        role="alertdialog"
        isOpen={isStopping}
        onOpenChange={setStopping}
        footer={
          <>
            <Button onPress={() => setStopping(false)}>{t("keep")}</Button>
            <Button look="primary" isPending={stop.isPending} onPress={() => stop.mutate({ id })} autoFocus>
              {t("stopConfirm")}
            </Button>
          </>
        }
      >
        <p>{t("stopMeaning", { working: counts.working, waiting: counts.waiting })}</p>
        {stop.error && (
          <p role="alert" className="pt-2 text-fault-ink">
            {stop.error.message}
          </p>
        )}
      </Dialog>
    </>
  );
}
