"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Select } from "@/components/select";
import { useTRPC } from "@/live/trpc";
import type { SiteDetail } from "@/server/sites/by-id";
import { useMay } from "../person/may";

/** What charging costs at a site where its stations have no tariff of their own; changed in place. */
export function TariffOfSite({ site, tariff }: { site: number; tariff: SiteDetail["tariff"] }) {
  const t = useTranslations("sitePage");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mayWrite = useMay("sites.write");
  const { data: tariffs } = useQuery({ ...trpc.tariffs.list.queryOptions(), enabled: mayWrite });
  const assign = useMutation(
    trpc.tariffs.assign.mutationOptions({
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: trpc.sites.pathKey() }),
          queries.invalidateQueries({ queryKey: trpc.tariffs.pathKey() }),
        ]),
    }),
  );
  if (!mayWrite || !tariffs || tariffs.length === 0) return tariff?.name ?? t("noTariff");
  return (
    <Select
      label={t("tariff")}
      isLabelHidden
      options={[
        { id: "none", label: t("noTariff") },
        ...tariffs.map(({ id, name }) => ({ id: String(id), label: name })),
      ]}
      chosen={String(tariff?.id ?? "none")}
      onChoose={(id) => assign.mutate({ to: { site }, tariff: id === "none" ? null : Number(id) })}
      isDisabled={assign.isPending}
      error={assign.error?.message}
      className="max-w-60"
    />
  );
}
