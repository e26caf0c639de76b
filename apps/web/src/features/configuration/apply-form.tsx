"use client";

import type { Setting } from "@chargehand/domain/configuration/template";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/button";
import { Checkbox } from "@/components/checkbox";
import { TextField } from "@/components/text-field";
import { useTRPC } from "@/live/trpc";
import type { ConfigurationPlan } from "@/server/configuration/plan";
import type { ChosenStations } from "@/server/stations/chosen";
import { addresses } from "../addresses";
import { mostUnsaid } from "../bulk/bulk-command";

/** Stations that are away have a day to come back. */
const withinMs = 86_400_000;

/** Does what was planned, as a campaign: each value is read back, and nothing is written that is there already. */
export function ApplyForm({
  plan,
  chosen,
  settings,
}: {
  plan: ConfigurationPlan;
  chosen: ChosenStations;
  settings: Setting[] | undefined;
}) {
  const t = useTranslations("configuration");
  const trpc = useTRPC();
  const router = useRouter();
  const [name, setName] = useState<string>();
  const [reboot, setReboot] = useState(false);
  const [typed, setTyped] = useState("");
  const start = useMutation(
    trpc.campaigns.start.mutationOptions({ onSuccess: ({ id }) => router.push(addresses.campaign(id)) }),
  );
  const called = (name ?? nameOf()).trim();
  const mustWrite = plan.concerned > mostUnsaid;
  const isReady = called !== "" && (!mustWrite || typed.trim() === String(plan.concerned));

  function nameOf(): string {
    if (!settings) return t("nameOfTemplates");
    return t("nameOfValues", { names: settings.map(({ variable }) => variable.name).join(", ") }).slice(0, 200);
  }

  function apply(event: FormEvent) {
    event.preventDefault();
    if (!isReady) return;
    start.mutate({
      name: called,
      work: { kind: "configuration", settings, reboot },
      chosen,
      expected: plan.stations,
      pace: { atOnce: 50, onlyIdle: reboot },
      expiresAt: new Date(Date.now() + withinMs),
    });
  }

  return (
    <form onSubmit={apply} aria-label={t("apply")} className="flex max-w-xl flex-col items-start gap-3">
      <TextField
        label={t("campaignName")}
        value={name ?? nameOf()}
        onChange={setName}
        maxLength={200}
        className="w-full"
      />
      {plan.counts.write + plan.counts["never-read"] > 0 && (
        <Checkbox isSelected={reboot} onChange={setReboot}>
          {t("reboot")}
        </Checkbox>
      )}
      {plan.offline > 0 && <p className="text-12 text-ink-2">{t("offlineWait", { count: plan.offline })}</p>}
      {mustWrite && (
        <TextField
          label={t("writeNumber", { number: String(plan.concerned) })}
          value={typed}
          onChange={setTyped}
          inputMode="numeric"
          autoComplete="off"
          isMono
          className="max-w-60"
        />
      )}
      {start.error && (
        <p role="alert" className="text-fault-ink">
          {start.error.message}
        </p>
      )}
      <Button type="submit" look="primary" isDisabled={!isReady || start.isPending}>
        {t("applyTo", { count: plan.concerned })}
      </Button>
    </form>
  );
}
