"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Countdown } from "@/components/countdown";
import { ErrorPanel } from "@/components/error-panel";
import { Glyph } from "@/components/glyph";
import { useDated } from "@/components/use-dated";
import { CommandFaults } from "../commands/command-faults";
import { Panel } from "../maintenance/panel";
import { SendButton } from "../maintenance/send-button";
import { useMaintenance } from "../maintenance/use-maintenance";
import { ReserveDialog } from "./reserve-dialog";
import { useReservations } from "./use-reservations";

/** The places that a station keeps for somebody, and for whom. */
export function ReservationsPanel({ identity }: { identity: string }) {
  const t = useTranslations("reservation");
  const dated = useDated();
  const maintenance = useMaintenance(identity);
  const { station, send, blocked, commands } = maintenance;
  const { rows, isKnown, error, refetch } = useReservations(station.id);
  const [isOpen, setOpen] = useState(false);

  return (
    <Panel
      title={t("title")}
      count={isKnown ? rows.length : undefined}
      types={["reserve", "cancel-reservation"]}
      maintenance={maintenance}
      actions={<SendButton label={t("reserve")} blocked={blocked("reserve")} onPress={() => setOpen(true)} />}
    >
      <CommandFaults of={commands}>
        {error && <ErrorPanel what={t("failed")} stillWorks={error.message} onRetry={() => void refetch()} />}
        {isKnown && rows.length === 0 && <p className="max-w-text py-3 text-ink-2">{t("none")}</p>}
        <ul>
          {rows.map(({ id, token, group, evse, connectorType, until }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b py-2">
              <Glyph name="reserved" />
              <span className="font-value">{evse === undefined ? t("anywhere") : t("at", { evse })}</span>
              <span className="mono">{token}</span>
              {group && <span className="text-ink-2">{t("group", { group })}</span>}
              {connectorType && <span className="text-ink-2">{connectorType}</span>}
              <span className="text-ink-2">
                {t.rich("until", {
                  time: dated(until),
                  left: () => <Countdown until={until} />,
                })}
              </span>
              <span className="mono text-ink-3">{id}</span>
              <span className="ml-auto">
                <SendButton
                  label={t("cancel")}
                  blocked={blocked("cancel-reservation")}
                  onPress={() => send({ type: "cancel-reservation", reservation: id })}
                />
              </span>
            </li>
          ))}
        </ul>
        {isOpen && (
          <ReserveDialog
            station={station}
            onClose={() => setOpen(false)}
            onSend={(command) => send(command, () => setOpen(false))}
          />
        )}
      </CommandFaults>
    </Panel>
  );
}
