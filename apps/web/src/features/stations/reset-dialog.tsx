"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { Glyph } from "@/components/glyph";
import { Segments } from "@/components/segments";
import { Select } from "@/components/select";
import { useTRPC } from "@/live/trpc";
import type { ConnectorView } from "../connectors/connector-view";
import type { DialogProps } from "./command-dialogs";
import { cutByReset } from "./station-commands";

/** Restarts a station, or one evse of it; waits for its sessions unless told otherwise. */
export function ResetDialog({
  station,
  isOpen,
  onClose,
  onSend,
  onlyWhole,
  hasSoft,
  hasResume = false,
}: DialogProps & {
  /** Why only the whole station can be reset. */
  onlyWhole: string | undefined;
  /** It knows a reset that ends sessions in order first, beside the hard one. */
  hasSoft: boolean;
  /** It knows one after which sessions go on. */
  hasResume?: boolean;
}) {
  const t = useTranslations("action");
  const trpc = useTRPC();
  const { data: expected } = useQuery(trpc.stations.expectations.queryOptions({ station: station.id }));
  const [chosen, setChosen] = useState(whole);
  const evses = evsesOf(station.connectors);
  const evse = evses.find(({ id }) => id === chosen)?.evse;
  const cuts = cutByReset(station.connectors.filter((connector) => evse === undefined || connector.evse === evse));
  const [when, setWhen] = useState<"idle" | "soft" | "resume" | "now">(cuts.sessions > 0 ? "idle" : "now");
  return (
    <Dialog
      title={t("resetTitle", { station: station.identity })}
      isOpen={isOpen}
      onOpenChange={(open) => open || onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button
            look="primary"
            autoFocus
            onPress={({ shiftKey }) => onSend({ type: "reset", when, ...(evse !== undefined && { evse }) }, shiftKey)}
          >
            {t(resets[when])}
          </Button>
        </>
      }
    >
      <div className="flex flex-col items-start gap-3">
        <Select
          label={t("resetWhat")}
          help={onlyWhole}
          isDisabled={onlyWhole !== undefined || evses.length === 0}
          options={[{ id: whole, label: t("resetWhole") }, ...evses]}
          chosen={chosen}
          onChoose={setChosen}
        />
        <Segments
          label={t("resetWhen")}
          chosen={when}
          onChoose={setWhen}
          options={[
            { id: "idle" as const, label: t("whenIdle") },
            ...(hasSoft ? [{ id: "soft" as const, label: t("whenSoft") }] : []),
            ...(hasResume && cuts.sessions > 0 ? [{ id: "resume" as const, label: t("whenResume") }] : []),
            { id: "now" as const, label: t("whenNow") },
          ]}
        />
        <p className="flex items-start gap-2">
          {when !== "idle" && cuts.sessions > 0 && <Glyph name="attention" className="mt-0.5" />}
          {cuts.sessions === 0
            ? t("cutsNothing")
            : t(effects[when], { sessions: cuts.sessions, energy: cuts.energyWh / 1000 })}
        </p>
        {when === "soft" && <p className="text-ink-2">{t("softEnds")}</p>}
        {when === "idle" && hasSoft && <p className="text-ink-2">{t("waitsHere")}</p>}
        {expected?.usualResetSeconds != null && evse === undefined && (
          <p className="text-ink-2">{t("usualReset", { seconds: Math.round(expected.usualResetSeconds) })}</p>
        )}
        <p className="text-12 text-ink-3">{t("held")}</p>
        <p className="text-12 text-ink-3">{t(evse === undefined ? "resetProof" : "resetProofEvse")}</p>
      </div>
    </Dialog>
  );
}

const whole = "whole";
const resets = { idle: "resetIdle", soft: "resetSoft", resume: "resetResume", now: "resetNow" } as const;
const effects = { idle: "waitsFor", soft: "cuts", resume: "interrupts", now: "cuts" } as const;

/** Each evse once, told by all of its connectors. */
function evsesOf(connectors: readonly ConnectorView[]) {
  const evses = [...new Set(connectors.map(({ evse }) => evse))];
  return evses.map((evse) => ({
    id: String(evse),
    evse,
    label: connectors
      .filter((connector) => connector.evse === evse)
      .map(({ label, plug }) => [label, plug].filter(Boolean).join(" "))
      .join(", "),
  }));
}
