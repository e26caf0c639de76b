"use client";

import { Columns3, Download, LayoutGrid, Map as MapIcon, Table } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { Button } from "@/components/button";
import { PopoverButton } from "@/components/popover-button";
import { Segments } from "@/components/segments";
import { addresses } from "../addresses";
import { ViewsMenu } from "../views/views-menu";
import type { ColumnId } from "./column-choice";
import { ColumnMenu } from "./column-menu";
import type { StationLook } from "./station-look";

/** How the list is shown, what it shows, what keeps it, and the way to take it along. */
export const ListTools = memo(function ListTools({
  q,
  look,
  onLook,
  columns,
  onColumns,
  search,
}: {
  q: string;
  look: StationLook;
  onLook: (look: StationLook) => void;
  columns: readonly ColumnId[];
  onColumns: (columns: readonly ColumnId[]) => void;
  /** What of the address is a view. */
  search: string;
}) {
  const t = useTranslations("stations");
  return (
    <>
      <Segments
        label={t("look.label")}
        chosen={look}
        onChoose={onLook}
        options={[
          { id: "table", label: t("look.table"), Icon: Table },
          { id: "tiles", label: t("look.tiles"), Icon: LayoutGrid },
          { id: "map", label: t("look.map"), Icon: MapIcon },
        ]}
      />
      {look === "table" && (
        <PopoverButton
          trigger={
            <Button Icon={Columns3} className="max-md:hidden">
              {t("columns")}
            </Button>
          }
        >
          <ColumnMenu columns={columns} onChoose={onColumns} />
        </PopoverButton>
      )}
      <ViewsMenu place="stations" path={addresses.stations} search={search} />
      <a
        href={addresses.stationsExport(q)}
        download
        aria-label={t("export")}
        title={t("export")}
        className="inline-flex size-7 items-center justify-center rounded-1 text-ink-2 hover:bg-hover hover:text-ink max-md:hidden"
      >
        <Download aria-hidden="true" size={16} strokeWidth={1.5} />
      </a>
    </>
  );
});
