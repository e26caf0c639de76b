"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/button";
import { SkeletonRows } from "@/components/skeleton";
import { TextField } from "@/components/text-field";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../../addresses";
import { mostUnsaid } from "../../bulk/bulk-command";
import { CommandFault } from "../../commands/command-fault";
import { toSettings } from "../../configuration/setting-lines";
import { type Chosen, type Draft, instant, paceOf, stagesOf } from "./draft";
import { PlanView } from "./plan-view";
import { type AskedWork, isOfImage } from "./wizard-commands";

/** A dry run: who is left out and why, what is cut, how large the waves are; and the start. */
export function CheckStep({ draft, work, chosen }: { draft: Draft; work: AskedWork; chosen: Chosen }) {
  const t = useTranslations("campaigns.new");
  const trpc = useTRPC();
  const router = useRouter();
  const suggested = useName(draft);
  const [name, setName] = useState<string>();
  const [typed, setTyped] = useState("");
  const onSuccess = ({ id }: { id: number }) => router.push(addresses.campaign(id));
  const start = useMutation(trpc.campaigns.start.mutationOptions({ onSuccess }));
  const outage = useMutation(trpc.campaigns.outage.mutationOptions({ onSuccess }));
  const { mutate: ask, data: plan, error: unknown } = useMutation(trpc.campaigns.plan.mutationOptions());
  const { how } = draft;
  const stages = stagesOf(how);
  const look = () => ask({ work, chosen, pace: paceOf(how), stages });
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is weighed as it was written when this step was reached.
  useEffect(look, []);

  const cuts = plan !== undefined && plan.charging.sessions > 0 && !how.onlyIdle && isCutting(draft);
  const mustWrite = plan !== undefined && (plan.stations > mostUnsaid || cuts);
  const isReady = plan !== undefined && plan.included > 0 && (!mustWrite || typed.trim() === String(plan.stations));
  const called = (name ?? suggested).trim();
  const error = start.error ?? outage.error ?? unknown;

  function begin() {
    if (!plan || !isReady || called === "") return;
    const asShown = { chosen, expected: plan.stations, name: called };
    const from = instant(draft.outage.from);
    const until = instant(draft.outage.until);
    if (draft.kind === "outage") {
      if (from && until) outage.mutate({ ...asShown, backName: t("nameBack", { name: called }), from, until });
      return;
    }
    const startsAt = instant(how.startsAt);
    const expiresAt = new Date((startsAt ?? new Date()).getTime() + how.expiresHours * 3_600_000);
    start.mutate({ ...asShown, work, pace: paceOf(how), stages, startsAt, expiresAt });
  }

  return (
    <div className="flex flex-col gap-4">
      <TextField label={t("name")} value={name ?? suggested} onChange={setName} maxLength={200} isRequired />
      {plan ? <PlanView plan={plan} cuts={cuts} /> : !unknown && <SkeletonRows rows={4} label={t("looking")} />}
      {mustWrite && plan && (
        <TextField
          label={t("write", { number: String(plan.stations) })}
          value={typed}
          onChange={setTyped}
          inputMode="numeric"
          autoComplete="off"
          autoFocus
          isMono
          className="max-w-60"
        />
      )}
      {error && (
        <CommandFault
          text={error.message}
          onDismiss={() => {
            start.reset();
            outage.reset();
            look();
          }}
        />
      )}
      <div>
        <Button look="primary" isDisabled={!isReady || start.isPending || outage.isPending} onPress={begin}>
          {t("start", { count: plan?.included ?? 0 })}
        </Button>
      </div>
    </div>
  );
}

/** Whether it ends sessions that run. */
const isCutting = ({ kind, command }: Draft) => kind === "firmware" || (kind === "command" && command === "reset-now");

/** What it is called, if nobody says otherwise. */
function useName({ kind, firmware, configuration, command, held }: Draft): string {
  const t = useTranslations("campaigns.new");
  const config = useTranslations("configuration");
  const bulk = useTranslations("bulk.command");
  const trpc = useTRPC();
  const { data } = useQuery({ ...trpc.firmware.list.queryOptions({ limit: 200 }), enabled: kind === "firmware" });
  if (kind === "outage") return t("nameOut");
  if (kind === "command") return isOfImage(command) && held ? `${bulk(command)}: ${held.label}` : bulk(command);
  if (kind === "configuration") {
    if (configuration.from === "templates") return configuration.template?.name ?? config("nameOfTemplates");
    const names = toSettings(configuration.lines)?.map(({ variable }) => variable.name) ?? [];
    return config("nameOfValues", { names: names.join(", ") }).slice(0, 200);
  }
  const image = firmware.from === "library" ? data?.rows.find(({ id }) => id === firmware.image) : firmware;
  return t("nameFirmware", { version: image?.version ?? "", model: image?.model ?? "" }).trim();
}
