"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useDuration } from "@/components/use-duration";
import type { SessionSums } from "@/server/reports/sessions";
import { Money } from "../tariffs/money";

/** Sums of sessions, a line for each thing they have in common. What could not be counted is said beside it. */
export function SumsTable({ by, rows }: { by: "month" | "site" | "token"; rows: readonly SessionSums[] }) {
  const t = useTranslations("reports");
  const format = useFormatter();
  const speak = useDuration();
  const name = (key: string | null) =>
    key === null
      ? t(`none.${by}`)
      : by === "month"
        ? format.dateTime(new Date(`${key}-15T00:00:00Z`), { month: "long", year: "numeric" })
        : key;
  const lacking = (count: number) => count > 0 && <span className="text-ink-3"> {t("lacking", { count })}</span>;
  return (
    <table className="w-full text-right text-13">
      <caption className="sr-only">{t("sessions")}</caption>
      <thead className="text-12 text-ink-3">
        <tr className="h-7 border-line border-b">
          <th scope="col" className="pr-3 text-left font-regular">
            {t(`byWhat.${by}`)}
          </th>
          {(["count", "energy", "duration", "money"] as const).map((column) => (
            <th key={column} scope="col" className="px-3 font-regular">
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key ?? ""} className="h-8 border-line border-b print:break-inside-avoid-page">
            <th scope="row" className="pr-3 text-left font-regular">
              {by === "token" && row.key !== null ? <span className="mono">{row.key}</span> : name(row.key)}
            </th>
            <td className="px-3">{format.number(row.sessions)}</td>
            <td className="px-3 font-value">
              {format.number(row.energyWh / 1_000, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}
              {lacking(row.sessions - row.withEnergy)}
            </td>
            <td className="px-3">
              {speak(row.seconds * 1_000)}
              {lacking(row.sessions - row.withDuration)}
            </td>
            <td className="px-3">
              {Object.entries(row.money).map(([currency, amount]) => (
                <span key={currency} className="block">
                  <Money amount={amount} currency={currency} />
                </span>
              ))}
              {lacking(row.sessions - row.withMoney)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
