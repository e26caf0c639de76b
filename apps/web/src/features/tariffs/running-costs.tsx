"use client";

import { hourly } from "@chargehand/domain/tariffs/cost";
import type { Tariff } from "@chargehand/domain/tariffs/tariff";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { TextLink } from "@/components/text-link";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";
import { SendButton } from "../maintenance/send-button";
import type { Maintenance } from "../maintenance/use-maintenance";
import { ChangeTariff } from "./change-tariff";
import { Money } from "./money";

/** What the sessions that run here have cost so far; the sum can be shown to the driver, the rest counted by another tariff. */
export function RunningCosts({ maintenance, tariffs }: { maintenance: Maintenance; tariffs: readonly Tariff[] }) {
  return (
    <ul>
      {maintenance.station.connectors.map(
        ({ label, session }) =>
          session && (
            <RunningCost
              key={session.id}
              id={Number(session.id)}
              label={label}
              maintenance={maintenance}
              tariffs={tariffs}
            />
          ),
      )}
    </ul>
  );
}

function RunningCost({
  id,
  label,
  maintenance,
  tariffs,
}: {
  id: number;
  label: string;
  maintenance: Maintenance;
  tariffs: readonly Tariff[];
}) {
  const t = useTranslations("tariff");
  const trpc = useTRPC();
  const { data: session } = useQuery(trpc.sessions.byId.queryOptions({ id }));
  if (!session?.cost || !session.tariff) return null;
  const { cost, tariff } = session;

  function show() {
    const { perKwh, perMinute, perSession } = tariff ?? {};
    maintenance.send({
      type: "show-cost",
      session: String(id),
      total: cost?.total ?? "0",
      currency: cost?.currency ?? "EUR",
      at: new Date().toISOString(),
      meterWh: session?.meterWh ?? undefined,
      charging: session?.activity === "charging",
      prices: { perKwh, perHour: perMinute && hourly(perMinute), perSession },
    });
  }

  return (
    <li className="flex flex-wrap items-center gap-x-4 border-line border-b py-2">
      <TextLink href={addresses.session(String(id))}>{t("running", { label })}</TextLink>
      <span className="font-value">
        <Money amount={cost.total} currency={cost.currency} />
      </span>
      <span className="text-ink-2">
        {t("by", { name: tariffs.find(({ code }) => code === tariff.code)?.name ?? tariff.name })}
        {cost.before !== undefined && (
          <>
            {" · "}
            {t("before")} <Money amount={cost.before} currency={cost.currency} />
          </>
        )}
      </span>
      <span className="ml-auto flex flex-wrap gap-2">
        <SendButton label={t("show")} blocked={maintenance.blocked("show-cost")} onPress={show} />
        <ChangeTariff
          label={label}
          blocked={maintenance.blocked("change-tariff")}
          tariffs={tariffs.filter(({ code, currency }) => code !== tariff.code && currency === cost.currency)}
          onChange={(wanted) => maintenance.send({ type: "change-tariff", session: String(id), tariff: wanted })}
        />
      </span>
    </li>
  );
}
