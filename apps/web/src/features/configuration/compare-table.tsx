"use client";

import { sameValue } from "@chargehand/domain/commands/same-value";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Checkbox } from "@/components/checkbox";
import { Glyph } from "@/components/glyph";
import { Select } from "@/components/select";
import { TextLink } from "@/components/text-link";
import type { ComparedCell, ComparedRow, ComparedStation } from "@/server/configuration/compare";
import { addresses } from "../addresses";
import { variableName } from "../variables/variable-view";

/** A row for each variable, a column for each station: what most have is quiet, what is otherwise is marked. */
export function CompareTable({
  stations,
  rows,
  wanted,
  onWant,
  children,
}: {
  stations: readonly ComparedStation[];
  rows: readonly ComparedRow[];
  /** What is to be the same, and what it is to be. */
  wanted: ReadonlyMap<string, { value: string }>;
  onWant: (row: ComparedRow, value: string | undefined) => void;
  children?: ReactNode;
}) {
  const t = useTranslations("configuration");
  return (
    // It is wider than any screen, so it can be reached and scrolled by keys.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to take the focus.
    <section aria-label={t("matrix")} tabIndex={0} className="min-h-0 flex-1 overflow-auto">
      <table className="border-separate border-spacing-0 text-left">
        <caption className="sr-only">{t("matrixAbout")}</caption>
        <thead className="sticky top-0 z-3 bg-raised text-12 text-ink-2">
          <tr className="[&>th]:h-7 [&>th]:border-line-strong [&>th]:border-b [&>th]:font-regular">
            <th scope="col" className="sticky left-0 z-3 bg-raised px-5 max-md:static max-md:px-4">
              {t("variable")}
            </th>
            <th scope="col" className="min-w-44 pr-4 max-md:min-w-0">
              {t("makeIt")}
            </th>
            {stations.map(({ id, identity }) => (
              <th key={id} scope="col" className="max-w-40 truncate px-2" title={identity}>
                <TextLink isMono href={addresses.stationVariables(identity)}>
                  {identity}
                </TextLink>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.key} row={row} wanted={wanted.get(row.key)?.value} onWant={(value) => onWant(row, value)} />
          ))}
        </tbody>
      </table>
      <div className="flex flex-wrap items-center gap-4 px-5 py-3 text-12 text-ink-2 max-md:px-4">
        {children}
        <span>{t("legend")}</span>
      </div>
    </section>
  );
}

function Line({
  row,
  wanted,
  onWant,
}: {
  row: ComparedRow;
  wanted: string | undefined;
  onWant: (value: string | undefined) => void;
}) {
  const t = useTranslations("configuration");
  const { component, name } = variableName(row.variable);
  const label = component ? `${component} ${name}` : name;
  return (
    <tr className="[&>*]:border-line [&>*]:border-b">
      <th
        scope="row"
        className="sticky left-0 z-1 max-w-80 bg-canvas px-5 py-1 font-regular max-md:static max-md:max-w-44 max-md:px-4"
      >
        <Checkbox
          aria-label={t("pick", { name: label })}
          isSelected={wanted !== undefined}
          isDisabled={row.isReadOnly || row.majority === undefined}
          onChange={(yes) => onWant(yes ? row.majority : undefined)}
        >
          <span className="flex min-w-0 flex-col">
            <span className="mono break-all font-value">{name}</span>
            {component && <span className="mono text-12 text-ink-3">{component}</span>}
          </span>
        </Checkbox>
      </th>
      <td className="py-1 pr-4 text-12 text-ink-2">
        {row.isReadOnly
          ? t("is.read-only")
          : wanted !== undefined && (
              <Select
                label={t("makeItOf", { name: label })}
                isLabelHidden
                isMono
                chosen={wanted}
                onChoose={onWant}
                options={row.values.map((value) => ({ id: value, label: value === "" ? t("empty") : value }))}
              />
            )}
      </td>
      {row.cells.map((cell, index) => (
        // Stations do not change their places.
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column.
        <Cell key={index} cell={cell} majority={row.majority} />
      ))}
    </tr>
  );
}

function Cell({ cell, majority }: { cell: ComparedCell; majority: string | undefined }) {
  const t = useTranslations("configuration");
  if ("is" in cell) {
    return (
      <td className="whitespace-nowrap px-2 text-12 text-ink-3 italic" data-cell={cell.is}>
        {t(`cell.${cell.is}`)}
      </td>
    );
  }
  const isOutlier = majority === undefined || !sameValue(cell.value, majority);
  return (
    <td
      data-cell={isOutlier ? "differs" : "majority"}
      className={
        isOutlier
          ? "mono max-w-60 truncate bg-tint-attn px-2 font-value text-attn-ink"
          : "mono max-w-60 truncate px-2 text-ink-3"
      }
      title={cell.value}
    >
      {isOutlier && <Glyph name="attention" size={14} label={t("cell.differs")} className="mr-1 inline" />}
      {cell.value === "" ? t("empty") : cell.value}
    </td>
  );
}
