"use client";

import { bootPolicies } from "@chargehand/domain/stations/boot-policy";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/button";
import { Select } from "@/components/select";
import { TextField } from "@/components/text-field";
import { useTRPC } from "@/live/trpc";
import { useMay } from "../person/may";
import { type Spelling, toLines, toWrites } from "./boot-writes";

/** How the boots of a station, or of all that have no policy of their own, are answered, and what is written before. */
export function BootPolicyLive({ station, spelling }: { station: number | null; spelling: Spelling }) {
  const t = useTranslations("bootPolicy");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mayChange = useMay("stations.write");
  const unsaid = station === null ? "accept" : "network";
  const { data } = useSuspenseQuery(trpc.stations.bootPolicy.queryOptions({ station }));
  const [policy, setPolicy] = useState<Choice>(data.policy ?? unsaid);
  const [lines, setLines] = useState(toLines(data.writes));
  const setting = useMutation(
    trpc.stations.setBootPolicy.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.stations.bootPolicy.queryKey({ station }) }),
    }),
  );
  const writes = toWrites(lines, spelling);

  function save(event: FormEvent) {
    event.preventDefault();
    if (writes) {
      setting.mutate({
        station,
        policy: policy === "network" ? null : policy,
        writes: policy === "configure" ? writes : [],
      });
    }
  }

  return (
    <form onSubmit={save} className="flex max-w-xl flex-col gap-3 px-5 py-4 max-md:px-4" aria-label={t("title")}>
      <Select
        label={t("title")}
        help={t(station === null ? "helpNetwork" : "help")}
        options={choices
          .filter((id) => station !== null || id !== "network")
          .map((id) => ({ id, label: t(`choice.${id}`) }))}
        chosen={policy}
        onChoose={setPolicy}
        isDisabled={!mayChange}
      />
      {policy === "configure" && (
        <TextField
          label={t("writes")}
          help={t(`writesHelp.${spelling}`)}
          error={writes ? undefined : t("writesWrong")}
          value={lines}
          onChange={setLines}
          rows={4}
          isMono
          isDisabled={!mayChange}
        />
      )}
      {setting.error && <p role="alert">{setting.error.message}</p>}
      {mayChange && (
        <div>
          <Button type="submit" look="primary" isDisabled={!writes || setting.isPending}>
            {t("save")}
          </Button>
        </div>
      )}
    </form>
  );
}

const choices = ["network", ...bootPolicies] as const;
type Choice = (typeof choices)[number];
