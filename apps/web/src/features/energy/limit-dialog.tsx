"use client";

import type { ChargingProfile } from "@chargehand/domain/charging/profile";
import { profileOfLimit, type SetLimit } from "@chargehand/domain/orders/charging";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { NumberField } from "@/components/number-field";
import { Segments } from "@/components/segments";
import { Select } from "@/components/select";
import type { ConnectorView } from "../connectors/connector-view";
import { Conversion } from "./conversion";
import { PhasesChoice } from "./phases-choice";
import type { PlaceSupply } from "./place-supply";
import { levelAbove } from "./schedule-of";

const spans = ["always", "1", "4", "8", "24"] as const;
type Span = (typeof spans)[number];

/** One limit, in amperes or kilowatts: of the whole station, of an evse, or of the session that runs there. */
export function LimitDialog({
  evse,
  session,
  profiles,
  supply,
  onPhases,
  onClose,
  onSend,
}: {
  evse: number;
  session?: ConnectorView["session"];
  profiles: readonly ChargingProfile[];
  supply: PlaceSupply;
  onPhases: (phases: number) => void;
  onClose: () => void;
  onSend: (command: SetLimit) => void;
}) {
  const t = useTranslations("energy");
  const [unit, setUnit] = useState<"A" | "kW">(supply.direct ? "kW" : "A");
  const [value, setValue] = useState(16);
  const [span, setSpan] = useState<Span>("always");
  const [whole, setWhole] = useState<"place" | "session">("place");
  const ofSession = whole === "session" && session !== undefined;
  const isWhole = Number.isFinite(value) && value >= 0 && (supply.direct || supply.phases !== undefined);

  function send() {
    const limit: SetLimit = {
      type: "set-limit",
      evse,
      limit: unit === "kW" ? Math.round(value * 1000) : value,
      unit: unit === "kW" ? "W" : "A",
      ...(supply.phases !== undefined && { phases: supply.phases }),
      ...(ofSession && { session: session.id }),
      ...(span !== "always" && { until: new Date(Date.now() + Number(span) * 3_600_000).toISOString() }),
    };
    onSend({ ...limit, stackLevel: levelAbove(profiles, profileOfLimit(limit)) });
  }

  return (
    <Dialog
      title={t("limitTitle", { place: String(evse), evse })}
      isOpen
      onOpenChange={(open) => open || onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button look="primary" isDisabled={!isWhole} onPress={send}>
            {t("setTo", { value, unit })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col items-start gap-3">
        {session && (
          <Segments
            label={t("what")}
            chosen={whole}
            onChoose={setWhole}
            options={[
              { id: "place", label: t("everySession") },
              { id: "session", label: t("thisSession") },
            ]}
          />
        )}
        <div className="flex w-full items-end gap-2">
          <NumberField
            label={t("limit")}
            value={value}
            onChange={setValue}
            minValue={0}
            maxValue={unit === "A" ? 3_000 : 2_000}
            step={unit === "A" ? 1 : 0.1}
            unit={unit}
            className="flex-1"
            autoFocus
          />
          <Segments
            label={t("unit")}
            chosen={unit}
            onChoose={setUnit}
            options={[
              { id: "A", label: "A" },
              { id: "kW", label: "kW" },
            ]}
          />
        </div>
        {supply.isAsked && <PhasesChoice supply={supply} onChoose={onPhases} className="w-full" />}
        <Conversion value={value} unit={unit} supply={supply} />
        <Select
          label={t("until")}
          chosen={span}
          onChoose={setSpan}
          options={spans.map((id) => ({ id, label: t(`span.${id}`) }))}
          className="w-full"
        />
        <p className="text-12 text-ink-3">{t("limitProof")}</p>
      </div>
    </Dialog>
  );
}
