"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Select } from "@/components/select";
import { useTRPC } from "@/live/trpc";
import type { FirmwareRow } from "@/server/firmware/list";

/** What a station says that it is, if it has said so. */
export interface StationKind {
  vendor?: string;
  model?: string;
}

/** The firmware of the library that is for such stations, what came last first. */
export function useFirmwareFor({ vendor, model }: StationKind): FirmwareRow[] {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.firmware.list.queryOptions({ limit: 200 }));
  const isAlike = (one: string, other: string | undefined) => one.toLowerCase() === other?.toLowerCase();
  return (data?.rows ?? []).filter((image) => isAlike(image.vendor, vendor) && isAlike(image.model, model));
}

/** Which firmware: one of the library, or one that lies somewhere. */
export function FirmwareSource({
  images,
  chosen,
  onChoose,
}: {
  images: readonly FirmwareRow[];
  chosen: FirmwareRow | undefined;
  onChoose: (id: string) => void;
}) {
  const t = useTranslations("maintenance.firmware");
  const options = [
    ...images.map(({ id, version, isSigned }) => ({
      id: String(id),
      label: isSigned ? t("imageSigned", { version }) : t("image", { version }),
    })),
    { id: "address", label: t("fromAddress") },
  ];
  return (
    <Select label={t("which")} options={options} chosen={chosen ? String(chosen.id) : "address"} onChoose={onChoose} />
  );
}
