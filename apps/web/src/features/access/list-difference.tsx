"use client";

import { useTranslations } from "next-intl";
import type { StationList } from "@/server/local-lists/station-list";
import { tokenKinds } from "../tokens/token-view";

/** The lines by which a station's list differs from what it should be. */
export function ListDifference({ difference }: { difference: StationList["difference"] }) {
  const t = useTranslations("access");
  const kinds = useTranslations("token");
  const { added, changed, removed, lines } = difference;
  const kindOf = (kind: string) => {
    const known = tokenKinds.find((one) => one === kind);
    return known ? kinds(`kind.${known}`) : kind;
  };
  const count = added + changed + removed;
  if (count === 0) return null;
  return (
    <div className="flex flex-col gap-1">
      <p>
        {[
          added > 0 && t("added", { count: added }),
          changed > 0 && t("changed", { count: changed }),
          removed > 0 && t("removed", { count: removed }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <table className="w-full max-w-2xl border-collapse">
        <caption className="sr-only">{t("difference")}</caption>
        <thead className="text-left text-12 text-ink-3">
          <tr className="[&>th]:py-1 [&>th]:pr-4 [&>th]:font-regular">
            <th scope="col">{t("token")}</th>
            <th scope="col">{t("kind")}</th>
            <th scope="col">{t("change")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ value, kind, change, status }) => (
            <tr key={`${kind} ${value}`} className="border-line border-t [&>td]:py-1 [&>td]:pr-4">
              <td className="mono break-all">{value}</td>
              <td className="text-ink-2">{kindOf(kind)}</td>
              <td>{change === "removed" ? t("change_removed") : t(`change_${change}`, { status: status ?? "" })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length < count && <p className="text-12 text-ink-3">{t("andMore", { count: count - lines.length })}</p>}
    </div>
  );
}
