"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { ClockTime } from "@/components/clock-time";
import { Glyph } from "@/components/glyph";
import { Menu } from "@/components/menu";
import { useTRPC } from "@/live/trpc";
import { Panel } from "../maintenance/panel";
import { SendButton } from "../maintenance/send-button";
import type { Maintenance } from "../maintenance/use-maintenance";
import { AwaitedPayment } from "./awaited-payment";
import { useAwaitedPayments } from "./use-awaited-payments";

/** How long somebody in a browser is given to pay. */
const seconds = 180;

/** Where a payment is waited for, and what came of those made at the station; not there where no station pays itself. */
export function PaymentsPanel({ maintenance }: { maintenance: Maintenance }) {
  const t = useTranslations("settlement");
  const trpc = useTRPC();
  const { station, blocked, send } = maintenance;
  const { data = [] } = useQuery(trpc.holdings.list.queryOptions({ station: station.id, kinds: ["settlement"] }));
  const settled = data.filter((holding) => holding.kind === "settlement");
  const awaited = useAwaitedPayments(station);
  if (station.version !== "2.1" && settled.length === 0) return null;
  const why = blocked("await-payment");
  const evses = [...new Set(station.connectors.map(({ evse }) => evse))];

  return (
    <Panel
      title={t("title")}
      count={settled.length}
      types={["await-payment"]}
      maintenance={maintenance}
      actions={
        why ? (
          <SendButton label={t("wait")} blocked={why} onPress={() => undefined} />
        ) : (
          <Menu
            label={t("wait")}
            trigger={<Button size="row">{t("wait")}</Button>}
            groups={[
              evses.map((evse) => ({
                id: String(evse),
                label: t("waitNamed", { evse }),
                onAction: () => send({ type: "await-payment", evse, seconds }),
              })),
            ]}
          />
        )
      }
    >
      <ul>
        {awaited.map((each) => (
          <AwaitedPayment key={each.evse} {...each} />
        ))}
        {settled.map(({ key: id, value: { at, amount, status, why, session, receiptUrl } }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 border-line border-b py-2">
            <Glyph name={status === "settled" ? "confirmed" : status === "canceled" ? "expired" : "failed"} />
            <ClockTime at={new Date(at)} className="text-ink-2" />
            <span className="font-value tabular-nums">{amount}</span>
            <span>{t(`status.${status}`)}</span>
            {why && <span className="text-ink-2">{why}</span>}
            <span className="mono text-ink-3">{id}</span>
            {session && <span className="mono text-ink-3">{session}</span>}
            {receiptUrl && <span className="mono truncate text-ink-3">{receiptUrl}</span>}
          </li>
        ))}
      </ul>
      {settled.length === 0 && <p className="py-2 text-ink-2">{t("none")}</p>}
    </Panel>
  );
}
