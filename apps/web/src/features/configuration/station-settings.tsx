"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Glyph } from "@/components/glyph";
import { RelativeTime } from "@/components/relative-time";
import { TextLink } from "@/components/text-link";
import { useTRPC } from "@/live/trpc";
import type { StationSetting } from "@/server/configuration/of-station";
import { addresses } from "../addresses";
import { variableName } from "../variables/variable-view";

/** What templates desire of a station, what it last was proven to be, and what it says now, beside each other. */
export function StationSettings({ station, identity }: { station: number; identity: string }) {
  const t = useTranslations("configuration");
  const trpc = useTRPC();
  const { data: settings = [] } = useQuery(trpc.configuration.ofStation.queryOptions({ station }));
  if (settings.length === 0) return null;
  const drifted = settings.filter((setting) => setting.drifted).length;
  const undone = settings.filter(({ is }) => is === "write" || is === "never-read").length;
  return (
    <details open className="border-line-strong border-b px-5 py-1 max-md:px-4">
      <summary className="flex min-h-8 cursor-pointer flex-wrap items-center gap-x-3 py-1">
        <span className="font-title text-14">{t("desiredHere")}</span>
        {drifted > 0 && (
          <span className="flex items-center gap-1.5 text-attn-ink">
            <Glyph name="attention" size={14} /> {t("driftedHere", { count: drifted })}
          </span>
        )}
        <span className="text-ink-2">{t("undone", { count: undone })}</span>
      </summary>
      <table className="w-full table-fixed border-collapse text-left">
        <caption className="sr-only">{t("desiredHere")}</caption>
        <thead className="text-12 text-ink-3">
          <tr className="h-7 [&>th]:pr-4 [&>th]:font-regular">
            <th scope="col">{t("variable")}</th>
            <th scope="col">{t("desired")}</th>
            <th scope="col">{t("confirmed")}</th>
            <th scope="col">{t("reported")}</th>
          </tr>
        </thead>
        <tbody>
          {settings.map((setting) => (
            <Line key={setting.key} setting={setting} />
          ))}
        </tbody>
      </table>
      {undone > 0 && (
        <p className="py-2">
          <TextLink href={addresses.configPlan({ ids: identity.replace(/,/g, encodeURIComponent(",")) })}>
            {t("planHere")}
          </TextLink>
        </p>
      )}
    </details>
  );
}

function Line({ setting }: { setting: StationSetting }) {
  const t = useTranslations("configuration");
  const { component, name } = variableName(setting.variable);
  const { confirmed, reportedAt, drifted, template } = setting;
  const said = "from" in setting ? setting.from : undefined;
  const unsaid = setting.is === "write" ? "" : t(`is.${setting.is}`);
  const differs = said !== undefined && setting.is !== "already";
  return (
    <tr className="border-line border-t align-top [&>*]:py-1 [&>*]:pr-4">
      <th scope="row" className="font-regular">
        <span className="mono block break-all font-value">{name}</span>
        {component && <span className="mono block text-12 text-ink-3">{component}</span>}
      </th>
      <td>
        <span className="mono break-all">{setting.value}</span>
        <span className="block text-12 text-ink-3">{t("by", { template: template.name })}</span>
      </td>
      <td>
        <span className="mono break-all text-ink-2">{confirmed ? confirmed.value : t("never")}</span>
        {confirmed && (
          <span className="block text-12 text-ink-3">
            <RelativeTime at={confirmed.at} />
          </span>
        )}
      </td>
      <td>
        <span className={differs ? "mono flex items-start gap-1.5 break-all text-attn-ink" : "mono break-all"}>
          {differs && (
            <Glyph name="attention" size={14} label={t(drifted ? "drift" : "notApplied")} className="mt-px" />
          )}
          {said ?? unsaid}
        </span>
        <span className="block text-12 text-ink-3">
          {differs && `${t(drifted ? "drift" : "notApplied")} · `}
          {reportedAt && <RelativeTime at={reportedAt} />}
        </span>
      </td>
    </tr>
  );
}
