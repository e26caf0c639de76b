"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { SectionTitle } from "@/components/section-title";
import { Select } from "@/components/select";
import { useTRPC } from "@/live/trpc";
import { useMay } from "../person/may";
import { SettingsHead } from "../settings/settings-head";
import { BootPolicyLive } from "../stations/boot-policy";

const said = { usual: null, yes: true, no: false } as const;

/** How stations are received: what a boot is answered, and which models are asked for everything they are. */
export function BootsPage() {
  const t = useTranslations("boots");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mayChange = useMay("stations.write");
  const { data: models } = useSuspenseQuery(trpc.stations.probingOfModels.queryOptions());
  const setting = useMutation(
    trpc.stations.setProbing.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.stations.probingOfModels.queryKey() }),
    }),
  );

  return (
    <div className="flex h-full min-h-0 flex-col overflow-auto">
      <SettingsHead />
      <BootPolicyLive station={null} spelling="both" />
      <section aria-label={t("models")} className="max-w-3xl px-5 pb-6 max-md:px-4">
        <SectionTitle count={models.length}>{t("models")}</SectionTitle>
        <p className="max-w-text py-2 text-ink-2">{models.length > 0 ? t("modelsHelp") : t("noModels")}</p>
        {setting.error && <p role="alert">{setting.error.message}</p>}
        <ul>
          {models.map(({ vendor, model, stations, said: mayProbe, usual }) => (
            <li
              key={`${vendor}\n${model}`}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b py-1.5"
            >
              <span className="min-w-0 flex-1">
                {vendor} {model}
              </span>
              <span className="text-ink-3">{t("stations", { count: stations })}</span>
              <Select
                label={t("read", { model: `${vendor} ${model}` })}
                isLabelHidden
                options={[
                  { id: "usual", label: t(usual ? "usualYes" : "usualNo") },
                  { id: "yes", label: t("yes") },
                  { id: "no", label: t("no") },
                ]}
                chosen={mayProbe === null ? "usual" : mayProbe ? "yes" : "no"}
                onChoose={(choice) => setting.mutate({ of: { vendor, model }, mayProbe: said[choice] })}
                isDisabled={!mayChange || setting.isPending}
              />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
