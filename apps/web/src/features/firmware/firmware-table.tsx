"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { ClockTime } from "@/components/clock-time";
import { FileSize } from "@/components/file-size";
import { columnsOf } from "@/components/table/columns";
import { DataTable } from "@/components/table/data-table";
import type { FirmwareRow } from "@/server/firmware/list";

/** The library, what came last first. */
export function FirmwareTable({
  images,
  ...props
}: {
  images: readonly FirmwareRow[];
  activeId?: string;
  onActivate: (id: string) => void;
  onEndReached: () => void;
  empty: ReactNode;
}) {
  const t = useTranslations("firmware");
  return (
    <DataTable
      label={t("title")}
      columns={useFirmwareColumns()}
      rows={images}
      rowId={imageId}
      phoneRow={phoneRow}
      {...props}
    />
  );
}

const imageId = ({ id }: FirmwareRow) => String(id);
const phoneRow = (image: FirmwareRow) => <PhoneRow image={image} />;

function useFirmwareColumns() {
  const t = useTranslations("firmware");
  return useMemo(() => {
    const column = columnsOf<FirmwareRow>();
    return column.columns([
      column.accessor("version", {
        header: t("version"),
        meta: { width: 120, grow: 1 },
        cell: ({ getValue }) => <span className="mono font-value">{getValue()}</span>,
      }),
      column.display({
        id: "model",
        header: t("for"),
        meta: { width: 200, grow: 2 },
        cell: ({ row: { original } }) => `${original.vendor} ${original.model}`,
      }),
      column.display({
        id: "size",
        header: t("size"),
        meta: { width: 130, align: "right" },
        cell: ({ row }) => <Where image={row.original} />,
      }),
      column.accessor("isSigned", {
        header: t("signature"),
        meta: { width: 100 },
        cell: ({ getValue }) => (getValue() ? t("signed") : <span className="text-ink-3">{t("unsigned")}</span>),
      }),
      column.accessor("runAt", {
        header: t("runAt"),
        meta: { width: 120, align: "right" },
        cell: ({ getValue }) => t("stations", { count: getValue() }),
      }),
      column.accessor("addedBy", {
        header: t("addedBy"),
        meta: { width: 140 },
        cell: ({ getValue }) => <span className="text-ink-2">{getValue()}</span>,
      }),
      column.accessor("addedAt", {
        header: t("addedAt"),
        meta: { width: 130, align: "right" },
        cell: ({ getValue }) => <ClockTime at={getValue()} precision="minutes" className="text-ink-2" />,
      }),
    ]);
  }, [t]);
}

function Where({ image: { size } }: { image: FirmwareRow }) {
  const t = useTranslations("firmware");
  return size === null ? <span className="text-ink-3">{t("elsewhere")}</span> : <FileSize bytes={size} />;
}

function PhoneRow({ image }: { image: FirmwareRow }) {
  const t = useTranslations("firmware");
  return (
    <span className="flex flex-col gap-0.5">
      <span className="flex items-center justify-between gap-3">
        <span className="truncate font-value">
          {image.vendor} {image.model} <span className="mono">{image.version}</span>
        </span>
        <span className="shrink-0 text-12 text-ink-2">
          <Where image={image} />
        </span>
      </span>
      <span className="text-12 text-ink-2">{t("runAtCount", { count: image.runAt })}</span>
    </span>
  );
}
