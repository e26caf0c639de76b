"use client";

import type { CarNeeds } from "@chargehand/domain/charging/car";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { KeyValues } from "@/components/key-values";
import { useDated } from "@/components/use-dated";
import { Panel } from "../maintenance/panel";
import { SendButton } from "../maintenance/send-button";
import { TransferDialog } from "./late-parts";
import type { Energy } from "./use-energy";

/** What the cars that charge here said that they need, and what their sessions may. */
export function CarsPanel({ energy }: { energy: Energy }) {
  const t = useTranslations("energy");
  const { held, station, blocked, send } = energy;
  const running = station.connectors.flatMap(({ evse, session }) => (session ? [{ evse, session }] : []));
  const somebodyHas = held.priorities.some(({ value }) => value.active);
  const [transferAt, setTransferAt] = useState<(typeof running)[number]>();
  const isEmpty = [held.needs, held.carSchedules, held.priorities, held.transfers].every((rows) => rows.length === 0);
  const [only] = held.transfers;

  return (
    <Panel
      title={t("cars")}
      types={["use-priority", "allow-energy-transfer"]}
      maintenance={energy}
      actions={running.flatMap(({ evse, session }) => [
        ...(somebodyHas ? [true, false] : [true]).map((active) => (
          <SendButton
            key={`${evse}${active}`}
            label={t(active ? "priorityOn" : "priorityOff", { evse })}
            blocked={blocked("use-priority")}
            onPress={() => send({ type: "use-priority", session: session.id, active })}
          />
        )),
        <SendButton
          key={`${evse}transfer`}
          label={t("transfer.at", { evse })}
          blocked={blocked("allow-energy-transfer")}
          onPress={() => setTransferAt({ evse, session })}
        />,
      ])}
    >
      {isEmpty && <p className="py-2 text-ink-2">{t(running.length === 0 ? "noCars" : "carsSayNothing")}</p>}
      {transferAt && (
        <TransferDialog
          evse={transferAt.evse}
          session={transferAt.session.id}
          allowed={held.transfers.length === 1 ? (only?.value.allowed ?? []) : []}
          onClose={() => setTransferAt(undefined)}
          onSend={(command) => send(command, () => setTransferAt(undefined))}
        />
      )}
      <div className="grid grid-cols-[repeat(auto-fill,minmax(300px,1fr))] gap-x-8 gap-y-4 pt-2">
        {held.needs.map(({ key, value }) => (
          <article key={key} aria-label={t("carAt", { evse: value.evse })}>
            <h3 className="font-value">{t("carAt", { evse: value.evse })}</h3>
            <Needs needs={value} />
          </article>
        ))}
      </div>
      <ul className="pt-1">
        {held.carSchedules.map(({ key, value }) => (
          <li key={key} className="text-ink-2">
            {t("carPlans", { evse: value.evse, steps: value.schedule.periods.length })}
          </li>
        ))}
        {held.priorities.map(({ key, value }) => (
          <li key={key} className="text-ink-2">
            {t(value.active ? "hasPriority" : "hadPriority", { session: value.session })}
          </li>
        ))}
        {held.transfers.map(({ key, value }) => (
          <li key={key} className="text-ink-2">
            {t("mayTransfer", { session: value.session, modes: value.allowed.join(", ") })}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Needs({ needs }: { needs: CarNeeds }) {
  const t = useTranslations("energy");
  const format = useFormatter();
  const dated = useDated();
  const { transfer, departure, energyWh, maxPowerW, maxCurrentA, charge, targetCharge } = needs;
  const number = (value: number, unit: string) => `${format.number(value, { maximumFractionDigits: 1 })}\u00a0${unit}`;
  const facts = [
    { label: t("need.transfer"), value: transfer },
    departure !== undefined && {
      label: t("need.departure"),
      value: dated(new Date(departure)),
    },
    energyWh !== undefined && { label: t("need.energy"), value: number(energyWh / 1000, "kWh") },
    maxPowerW !== undefined && { label: t("need.power"), value: number(maxPowerW / 1000, "kW") },
    maxCurrentA !== undefined && { label: t("need.current"), value: number(maxCurrentA, "A") },
    charge !== undefined && { label: t("need.charge"), value: number(charge, "%") },
    targetCharge !== undefined && { label: t("need.target"), value: number(targetCharge, "%") },
  ];
  return <KeyValues facts={facts.filter((fact) => fact !== false)} />;
}
