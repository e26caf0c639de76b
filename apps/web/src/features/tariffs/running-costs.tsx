"use client";

import { hourly } from "@chargehand/domain/tariffs/cost";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { TextLink } from "@/components/text-link";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";
import { SendButton } from "../maintenance/send-button";
import type { Maintenance } from "../maintenance/use-maintenance";
import { Money } from "./money";

/** What the sessions that run here have cost so far; the sum can be shown to the driver. */
export function RunningCosts({ maintenance }: { maintenance: Maintenance }) {
  return (
    <ul>
      {maintenance.station.connectors.map(
        ({ label, session }) =>
          session && <RunningCost key={session.id} id={Number(session.id)} label={label} maintenance={maintenance} />,
      )}
    </ul>
  );
}

function RunningCost({ id, label, maintenance }: { id: number; label: string; maintenance: Maintenance }) {
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
      <span className="ml-auto">
        <SendButton label={t("show")} blocked={maintenance.blocked("show-cost")} onPress={show} />
      </span>
    </li>
  );
}
