"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Glyph } from "@/components/glyph";
import { RelativeTime } from "@/components/relative-time";
import { Panel } from "../maintenance/panel";
import { SendButton } from "../maintenance/send-button";
import { GridControlDialog } from "./late-parts";
import type { Energy } from "./use-energy";

/** How a station behaves towards the grid: orders, whether they have begun, and what is wrong with the grid. */
export function GridPanel({ energy }: { energy: Energy }) {
  const t = useTranslations("energy");
  const { held, blocked, send } = energy;
  const { controls, runs, alarms } = held;
  const [isWriting, setWriting] = useState(false);
  return (
    <Panel
      title={t("grid")}
      count={controls.length}
      types={["set-grid-control", "clear-grid-controls", "read-grid-controls"]}
      maintenance={energy}
      actions={
        <>
          <SendButton
            label={t("read")}
            blocked={blocked("read-grid-controls")}
            onPress={() => send({ type: "read-grid-controls" })}
          />
          <SendButton
            label={t("gridControl.write")}
            blocked={blocked("set-grid-control")}
            onPress={() => setWriting(true)}
          />
        </>
      }
    >
      {alarms.map(({ key, value }) => (
        <p key={key} className="flex items-center gap-2 border-line border-b bg-tint-fault py-1.5">
          <Glyph name="faulted" />
          <span className="font-value">{t(`control.${value.type}`)}</span>
          {value.fault && <span>{value.fault}</span>}
          {value.info && <span className="text-ink-2">{value.info}</span>}
          <span className="ml-auto text-12 text-ink-3">
            <RelativeTime at={new Date(value.since)} />
          </span>
        </p>
      ))}
      {controls.length === 0 ? (
        <p className="py-2 text-ink-2">{t(blocked("read-grid-controls") ? "noControlsHere" : "noControls")}</p>
      ) : (
        <ul>
          {controls.map(({ key, value }) => {
            const run = runs.find((each) => each.key === key)?.value;
            return (
              <li key={key} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b py-1.5">
                <span className="min-w-48 font-value">{t(`control.${value.type}`)}</span>
                <span className="mono text-12 text-ink-2">{value.id}</span>
                <span className="text-ink-2">{t(value.isDefault ? "inGeneral" : "forAWhile")}</span>
                {value.superseded && <span className="text-ink-3">{t("superseded")}</span>}
                {run && <span>{t(run.started ? "begun" : "over")}</span>}
                <span className="ml-auto">
                  <SendButton
                    label={t("clear")}
                    blocked={blocked("clear-grid-controls")}
                    onPress={() => send({ type: "clear-grid-controls", isDefault: value.isDefault, id: value.id })}
                  />
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {isWriting && (
        <GridControlDialog
          held={controls.map(({ value }) => value)}
          onClose={() => setWriting(false)}
          onSend={(command) => send(command, () => setWriting(false))}
        />
      )}
    </Panel>
  );
}
