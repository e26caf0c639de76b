"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Glyph } from "@/components/glyph";
import type { ImportWeight } from "@/server/stations/import";
import type { FileFault } from "@/server/stations/import-lines";

/** What would come of a file: how many stations, at which new sites, and what is wrong with which line. */
export function ImportWeightView({ weight }: { weight: ImportWeight | FileFault }) {
  const t = useTranslations("importStations");
  const format = useFormatter();
  if ("fault" in weight) {
    return (
      <p role="alert" className="flex items-start gap-2 text-fault-ink">
        <Glyph name="failed" className="mt-0.5" />
        {t(`file.${weight.fault}`, { about: weight.about ?? "" })}
      </p>
    );
  }
  const { wanted, ready, newSites, secrets, faults, faultyLines } = weight;
  return (
    <section aria-label={t("dryRun")} className="flex flex-col gap-2">
      <p role="status" className="flex items-start gap-2">
        <Glyph name={faultyLines === 0 ? "confirmed" : "attention"} className="mt-0.5" />
        {t("ready", { ready, wanted, secrets })}
      </p>
      {newSites.length > 0 && (
        <p className="text-ink-2">
          {t("newSites", { count: newSites.length, names: format.list(newSites.slice(0, 8)) })}
        </p>
      )}
      {faults.length > 0 && (
        <ol aria-label={t("faults")} className="max-h-72 overflow-auto border-line border-t">
          {faults.map(({ line, column, fault, value }) => (
            <li key={`${line}\n${column}\n${fault}`} className="flex gap-3 border-line border-b py-1">
              <span className="mono shrink-0 text-ink-2">{t("line", { line })}</span>
              <span className="min-w-0 break-words">{t(`line-fault.${fault}`, { value, column })}</span>
            </li>
          ))}
        </ol>
      )}
      {faultyLines > new Set(faults.map(({ line }) => line)).size && (
        <p className="text-ink-2">{t("moreFaults", { count: faultyLines })}</p>
      )}
    </section>
  );
}
