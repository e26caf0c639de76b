"use client";

import type { Tariff } from "@chargehand/domain/tariffs/tariff";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/live/trpc";
import { SendButton } from "../maintenance/send-button";
import type { Maintenance } from "../maintenance/use-maintenance";

/** The tariffs by which a station counts by itself; only those of 2.1 do. */
export function StationTariffs({ maintenance, tariff }: { maintenance: Maintenance; tariff?: Tariff }) {
  const t = useTranslations("tariff");
  const trpc = useTRPC();
  const { station, send, blocked } = maintenance;
  const { data } = useQuery(trpc.holdings.list.queryOptions({ station: station.id, kinds: ["tariff"] }));
  const rows = data?.flatMap((holding) => (holding.kind === "tariff" ? [{ ...holding.value, key: holding.key }] : []));

  return (
    <div className="pt-3">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="text-13">{t("atStation")}</h3>
        <span className="ml-auto flex flex-wrap gap-2">
          <SendButton
            label={t("readHere")}
            blocked={blocked("read-tariffs")}
            onPress={() => send({ type: "read-tariffs" })}
          />
          <SendButton
            label={t("setHere")}
            blocked={blocked("set-tariff") ?? (tariff ? undefined : t("none"))}
            onPress={() => tariff && send({ type: "set-tariff", evse: 0, tariff })}
          />
          <SendButton
            label={t("clearHere")}
            blocked={blocked("clear-tariffs")}
            onPress={() => send({ type: "clear-tariffs" })}
          />
        </span>
      </div>
      {rows?.length === 0 && (
        <p className="py-2 text-ink-2">{t(station.version === "2.1" ? "noneHere" : "countsNot")}</p>
      )}
      <ul>
        {rows?.map(({ key, name, kind, evses, validFrom }) => (
          <li key={key} className="flex flex-wrap gap-x-4 border-line border-b py-1.5">
            <span className="mono">{name}</span>
            <span className="text-ink-2">{t(`kind.${kind}`)}</span>
            <span className="text-ink-2">{t("evses", { evses: evses.join(", ") })}</span>
            {validFrom && <span className="text-ink-3">{validFrom}</span>}
            {name === tariff?.code && <span className="ml-auto text-ink-2">{t("sameAsOurs")}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
