"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Select } from "@/components/select";
import { useTRPC } from "@/live/trpc";
import { useMay } from "../person/may";

/** Whether this station is asked for all its variables by ourselves, once for each firmware. */
export function ProbingLive({ station }: { station: number }) {
  const t = useTranslations("probing");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mayChange = useMay("stations.write");
  const { data } = useSuspenseQuery(trpc.stations.probing.queryOptions({ station }));
  const setting = useMutation(
    trpc.stations.setProbing.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.stations.probing.queryKey({ station }) }),
    }),
  );
  return (
    <div className="flex max-w-xl flex-col gap-2 px-5 pb-4 max-md:px-4">
      <Select
        label={t("title")}
        help={t("help")}
        options={[
          { id: "model", label: t(data.ofModel ? "modelYes" : "modelNo") },
          { id: "yes", label: t("yes") },
          { id: "no", label: t("no") },
        ]}
        chosen={choiceOf(data.said)}
        onChoose={(choice) => setting.mutate({ of: { station }, mayProbe: said[choice] })}
        isDisabled={!mayChange || setting.isPending}
      />
      {setting.error && <p role="alert">{setting.error.message}</p>}
    </div>
  );
}

const said = { model: null, yes: true, no: false } as const;
const choiceOf = (mayProbe: boolean | null) => (mayProbe === null ? "model" : mayProbe ? "yes" : "no");
