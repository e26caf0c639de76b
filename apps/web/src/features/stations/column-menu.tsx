"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Checkbox } from "@/components/checkbox";
import { IconButton } from "@/components/icon-button";
import { type ColumnId, columnIds, movedColumn, usualColumns, withColumn } from "./column-choice";

/** Which columns the list has, and in which order. */
export function ColumnMenu({
  columns,
  onChoose,
}: {
  columns: readonly ColumnId[];
  onChoose: (columns: readonly ColumnId[]) => void;
}) {
  const t = useTranslations("stations");
  const all = [...columns, ...columnIds.filter((id) => !columns.includes(id))].filter((id) => id !== "station");
  return (
    <div className="flex w-72 flex-col p-2">
      <ul aria-label={t("columns")}>
        {all.map((id) => {
          const place = columns.indexOf(id);
          return (
            <li key={id} className="flex h-8 items-center justify-between gap-2 rounded-1 px-2 hover:bg-hover">
              <Checkbox isSelected={place > 0} onChange={(is) => onChoose(withColumn(columns, id, is))}>
                {t(`column.${id}`)}
              </Checkbox>
              {place > 0 && (
                <span className="flex">
                  <IconButton
                    Icon={ArrowUp}
                    label={t("columnUp", { column: t(`column.${id}`) })}
                    isDisabled={place === 1}
                    onPress={() => onChoose(movedColumn(columns, id, -1))}
                  />
                  <IconButton
                    Icon={ArrowDown}
                    label={t("columnDown", { column: t(`column.${id}`) })}
                    isDisabled={place === columns.length - 1}
                    onPress={() => onChoose(movedColumn(columns, id, 1))}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <div className="mt-2 border-line border-t pt-2">
        <Button look="bare" onPress={() => onChoose(usualColumns)}>
          {t("usualColumns")}
        </Button>
      </div>
    </div>
  );
}
