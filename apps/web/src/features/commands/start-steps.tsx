"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { Countdown } from "@/components/countdown";
import { Power } from "@/components/quantity";
import type { ConnectorView } from "../connectors/connector-view";
import { type CommandView, commandState } from "./command-view";

/** A start as one can read it out to whoever waits at the station: what it said, what it waits for, what goes on. */
export function StartSteps({
  command,
  connector,
}: {
  command: CommandView;
  /** Where it is to begin, as it is now. */
  connector: Pick<ConnectorView, "state" | "powerW"> | undefined;
}) {
  const t = useTranslations("startSteps");
  const format = useFormatter();
  const { deadline, deadlineFrom, unprovenAt, confirmedAt } = command;
  const state = commandState(command);
  const isYes = command.answer === "accepted" || state === "confirmed" || state === "unproven";
  const time = (at: Date) => format.dateTime(at, "seconds");

  const steps: ReactNode[] = [];
  if (state === "queued" || state === "sent") steps.push(t("asking"));
  else steps.push(t(isYes ? "yes" : state === "rejected" ? "no" : "unclear"));
  if (state === "proving" && deadline) {
    steps.push(
      t.rich(connector?.state === "available" ? "waitsForCable" : "waitsForCar", {
        left: () => <Countdown until={deadline} />,
      }),
    );
  }
  if (unprovenAt) steps.push(t("nothingBegan", { time: time(unprovenAt) }));
  if (state === "confirmed") {
    steps.push(
      connector?.powerW
        ? t.rich("charging", { power: () => <Power watts={connector.powerW ?? 0} /> })
        : t("began", { time: confirmedAt ? time(confirmedAt) : "" }),
    );
    if (unprovenAt && confirmedAt && connector?.powerW) steps.push(t("began", { time: time(confirmedAt) }));
  }
  return (
    <p className="text-12">
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added at the end.
        <Fragment key={index}>
          {index > 0 && <span aria-hidden="true"> → </span>}
          <span className={index === steps.length - 1 ? "font-title" : "text-ink-2"}>{step}</span>
        </Fragment>
      ))}
      {state === "proving" && deadlineFrom === "us" && <span className="text-ink-3"> {t("assumed")}</span>}
    </p>
  );
}
