"use client";

import type { Command } from "@chargehand/domain/command";
import type { WorkUnderWay } from "@chargehand/domain/holding";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ClockTime } from "@/components/clock-time";
import { Glyph } from "@/components/glyph";
import { Panel } from "./panel";
import { PublicationDialog } from "./publication-dialog";
import { SendButton } from "./send-button";
import { UpdateDialog } from "./update-dialog";
import type { Held } from "./use-held";
import type { Maintenance } from "./use-maintenance";

/** What the station runs, and how far it is with something newer: each step with its time. */
export function FirmwarePanel({ maintenance, held }: { maintenance: Maintenance; held: Held }) {
  const t = useTranslations("maintenance.firmware");
  const [asking, setAsking] = useState<"update" | "publish" | "unpublish">();
  const { station, send, blocked } = maintenance;
  const dialog = {
    station: station.identity,
    onClose: () => setAsking(undefined),
    onSend: (command: Command) => send(command, () => setAsking(undefined)),
  };
  const chains = held.works.filter(({ of }) => of === "firmware" || of === "publication");

  return (
    <Panel
      title={t("title")}
      note={station.firmware ? t("runs", { version: station.firmware }) : t("unknown")}
      types={["update-firmware", "publish-firmware", "unpublish-firmware"]}
      maintenance={maintenance}
      actions={
        <>
          <SendButton label={t("update")} blocked={blocked("update-firmware")} onPress={() => setAsking("update")} />
          <SendButton label={t("publish")} blocked={blocked("publish-firmware")} onPress={() => setAsking("publish")} />
          <SendButton
            label={t("unpublish")}
            blocked={blocked("unpublish-firmware")}
            onPress={() => setAsking("unpublish")}
          />
        </>
      }
    >
      {chains.length === 0 && <p className="max-w-text py-3 text-ink-2">{t("none")}</p>}
      {chains.map((work) => (
        <Chain key={work.of} work={work} />
      ))}
      {asking === "update" && <UpdateDialog kind={station} {...dialog} />}
      {(asking === "publish" || asking === "unpublish") && <PublicationDialog does={asking} {...dialog} />}
    </Panel>
  );
}

function Chain({ work: { of, state, word, steps = [] } }: { work: WorkUnderWay }) {
  const t = useTranslations("maintenance.firmware");
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-2 border-line border-b py-3">
      <p className="flex w-48 items-center gap-2">
        <Glyph name={marks[state]} />
        <span>
          {t(`work.${of}`)}: {t(`state.${state}`)}
        </span>
      </p>
      <ol className="flex min-w-0 flex-1 flex-wrap gap-x-6 gap-y-2">
        {steps.map((step, index) => (
          // A station may come to the same word again.
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added at the end.
          <li key={index}>
            <span className="block font-value">{step.word}</span>
            <span className="text-12 text-ink-3">
              <ClockTime at={new Date(step.at)} />
            </span>
          </li>
        ))}
        {steps.length === 0 && <li>{word}</li>}
      </ol>
    </div>
  );
}

const marks = { "going-on": "proving", done: "confirmed", failed: "failed", idle: "available" } as const;
