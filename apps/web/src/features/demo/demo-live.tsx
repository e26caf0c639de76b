"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { Play } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { PageHead } from "@/components/page-head";
import { useTRPC } from "@/live/trpc";
import { useMay } from "../person/may";

const told = ["power-loss", "bad-firmware", "expiring-certificate", "ghost-session"] as const;

/** Trouble to try out, on stations that are simulated. */
export function DemoLive() {
  const t = useTranslations("demo");
  const trpc = useTRPC();
  const format = useFormatter();
  const mayPlay = useMay("stations.write");
  const { data: simulator } = useQuery(trpc.demo.standing.queryOptions());
  const playing = useMutation(trpc.demo.play.mutationOptions());
  const incidents = told.filter((name) => simulator?.incidents.includes(name));

  return (
    <div className="flex h-full flex-col overflow-auto">
      <PageHead title={t("title")} count={simulator ? t("stations", { count: simulator.stations }) : undefined} />
      {simulator === null ? (
        <EmptyState kind="nothing-yet" title={t("none")}>
          {t("noneHelp")}
        </EmptyState>
      ) : (
        <div className="flex max-w-3xl flex-col gap-3 px-5 py-3 max-md:px-4">
          <p className="max-w-text text-ink-2">{t("help")}</p>
          <ul aria-label={t("incidents")} className="flex flex-col">
            {incidents.map((name) => (
              <li key={name} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b py-2">
                <div className="min-w-0 flex-1 basis-72">
                  <p className="font-value">{t(`incident.${name}.title`)}</p>
                  <p className="text-ink-2">{t(`incident.${name}.help`)}</p>
                  {playing.data && playing.variables?.incident === name && (
                    <p role="status">
                      {playing.data.stations.length === 0
                        ? t("nobody")
                        : t("befell", {
                            count: playing.data.stations.length,
                            names: format.list(playing.data.stations.slice(0, 6)),
                          })}
                    </p>
                  )}
                </div>
                <Button
                  Icon={Play}
                  isDisabled={!mayPlay}
                  isPending={playing.isPending && playing.variables.incident === name}
                  onPress={() => playing.mutate({ incident: name })}
                  aria-label={t("playOne", { incident: t(`incident.${name}.title`) })}
                >
                  {t("play")}
                </Button>
              </li>
            ))}
          </ul>
          {playing.error && (
            <p role="alert" className="text-fault-ink">
              {playing.error.message}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
