"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { MonitorDialog } from "./monitor-dialog";
import { BaseDialog, LevelDialog, StreamDialog } from "./monitoring-dialogs";
import { Panel } from "./panel";
import { SendButton } from "./send-button";
import { Severity } from "./severity";
import { StreamLine } from "./stream-line";
import type { Held } from "./use-held";
import type { Maintenance } from "./use-maintenance";
import { VariableName } from "./variable-name";

const types = [
  "read-monitors",
  "set-monitor",
  "clear-monitors",
  "set-monitoring-base",
  "set-monitoring-level",
  "read-streams",
  "adjust-stream",
] as const;

/** What the station watches over by itself, and the values it sends of that. */
export function MonitorsPanel({ maintenance, held }: { maintenance: Maintenance; held: Held }) {
  const t = useTranslations("maintenance.monitors");
  const [asking, setAsking] = useState<
    "monitor" | "base" | "level" | { stream: Held["streams"][number]; name: string }
  >();
  const { station, send, blocked } = maintenance;
  const monitors = held.monitors.toSorted((a, b) => a.id - b.id);
  const dialog = {
    station: station.identity,
    onClose: () => setAsking(undefined),
    onSend: (command: Parameters<typeof send>[0]) => send(command, () => setAsking(undefined)),
  };

  return (
    <Panel
      title={t("title")}
      count={monitors.length}
      types={types}
      maintenance={maintenance}
      actions={
        <span className="flex flex-wrap gap-2">
          <SendButton
            label={t("read")}
            blocked={blocked("read-monitors")}
            onPress={() => send({ type: "read-monitors" })}
          />
          <SendButton label={t("set")} blocked={blocked("set-monitor")} onPress={() => setAsking("monitor")} />
          <SendButton label={t("base")} blocked={blocked("set-monitoring-base")} onPress={() => setAsking("base")} />
          <SendButton
            label={`${t("level")}…`}
            blocked={blocked("set-monitoring-level")}
            onPress={() => setAsking("level")}
          />
          <SendButton
            label={t("streams")}
            blocked={blocked("read-streams")}
            onPress={() => send({ type: "read-streams" })}
          />
        </span>
      }
    >
      {monitors.length === 0 && <p className="max-w-text py-3 text-ink-2">{blocked("read-monitors") ?? t("none")}</p>}
      <ul>
        {monitors.map(({ id, variable, kind, value, severity, origin }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b py-1.5">
            <span className="mono w-12 text-ink-3">{id}</span>
            <VariableName variable={variable} />
            <span>{t(`kind.${kind}`, { value })}</span>
            <Severity of={severity} />
            {held.streams
              .filter((stream) => stream.monitor === id)
              .map((stream) => (
                <span key={stream.id} className="flex flex-wrap items-center gap-2">
                  <StreamLine stream={stream} name={variable.name} />
                  {blocked("adjust-stream") === undefined && (
                    <Button
                      size="row"
                      look="bare"
                      aria-label={t("paceNamed", { name: variable.name })}
                      onPress={() => setAsking({ stream, name: variable.name })}
                    >
                      {t("pace")}
                    </Button>
                  )}
                </span>
              ))}
            {origin !== "hard-wired-monitor" && blocked("clear-monitors") === undefined && (
              <span className="ml-auto">
                <Button
                  size="row"
                  look="bare"
                  aria-label={`${t("clear")} ${id}`}
                  onPress={() => send({ type: "clear-monitors", monitors: [id] })}
                >
                  {t("clear")}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {asking === "monitor" && <MonitorDialog {...dialog} />}
      {asking === "base" && <BaseDialog {...dialog} />}
      {asking === "level" && <LevelDialog {...dialog} />}
      {typeof asking === "object" && <StreamDialog {...dialog} {...asking} />}
    </Panel>
  );
}
