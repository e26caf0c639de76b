"use client";

import { chargingKinds, chargingPurposes } from "@chargehand/domain/charging/profile";
import type { Command } from "@chargehand/domain/command";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Checkbox } from "@/components/checkbox";
import { Dialog } from "@/components/dialog";
import { NumberField } from "@/components/number-field";
import { Segments } from "@/components/segments";
import { Select } from "@/components/select";
import { TimeField } from "../expert/time-field";
import { PeriodsTable } from "./periods-table";
import { PhasesChoice } from "./phases-choice";
import { faultOf, profileOf } from "./profile-draft";
import { ProfilePreview } from "./profile-preview";
import type { Energy } from "./use-energy";
import { useProfileDraft } from "./use-profile-draft";

/** Writes a whole charging profile, and shows beforehand what would hold with it. */
export function ProfileDialog({
  energy,
  onClose,
  onSend,
}: {
  energy: Energy;
  onClose: () => void;
  onSend: (command: Command) => void;
}) {
  const t = useTranslations("energy");
  const { station, supplyAt, sayPhases } = energy;
  const { draft, change, evses } = useProfileDraft(energy);
  const [givesBack, setGivesBack] = useState(false);
  const is21 = station.version === "2.1";
  const session = station.connectors.find((each) => each.evse === draft.evse && each.session)?.session;
  const fault = faultOf(draft, { hasSession: session !== undefined });
  const supply = supplyAt(draft.evse);

  function send() {
    onSend({
      type: "set-profile",
      profile: profileOf(draft),
      ...(draft.purpose === "session" && session && { session: session.id }),
    });
  }

  return (
    <Dialog
      title={t("profile.title", { station: station.identity })}
      isOpen
      wide
      onOpenChange={(open) => open || onClose()}
      footer={
        <>
          {fault && <p className="mr-auto self-center text-12 text-fault-ink">{t(`profile.fault.${fault}`)}</p>}
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button look="primary" isDisabled={fault !== undefined} onPress={send}>
            {t("profile.send")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
          <Select
            label={t("profile.purpose")}
            chosen={draft.purpose}
            onChoose={(purpose) => change({ purpose })}
            options={chargingPurposes
              .filter((id) => id !== "external" && (is21 || (id !== "priority" && id !== "generation")))
              .map((id) => ({ id, label: t(`purpose.${id}`) }))}
          />
          <Select
            label={t("where")}
            chosen={String(draft.evse)}
            onChoose={(evse) => change({ evse: Number(evse) })}
            options={evses.map((evse) => ({ id: String(evse), label: t("place", { evse }) }))}
          />
          <Select
            label={t("profile.kind")}
            chosen={draft.kind}
            onChoose={(kind) => change({ kind })}
            options={chargingKinds
              .filter((id) => is21 || id !== "dynamic")
              .map((id) => ({ id, label: t(`kind.${id}`) }))}
          />
          {draft.kind === "recurring" && (
            <Select
              label={t("profile.recurrence")}
              chosen={draft.recurrence}
              onChoose={(recurrence) => change({ recurrence })}
              options={(["daily", "weekly"] as const).map((id) => ({ id, label: t(`profile.${id}`) }))}
            />
          )}
          <NumberField
            label={t("profile.level")}
            help={t("profile.levelHelp")}
            value={draft.stackLevel}
            onChange={(stackLevel) => change({ stackLevel })}
            minValue={0}
            maxValue={1_000}
          />
          <NumberField
            label={t("profile.number")}
            value={draft.id}
            onChange={(id) => change({ id })}
            formatOptions={{ useGrouping: false }}
          />
        </div>
        {(draft.kind === "absolute" || draft.kind === "recurring") && (
          <TimeField
            label={t("profile.startsAt")}
            value={draft.startsAt}
            onChange={(startsAt) => change({ startsAt })}
          />
        )}
        <div className="flex flex-wrap items-end gap-3">
          <Segments
            label={t("unit")}
            chosen={draft.unit}
            onChoose={(unit) => change({ unit })}
            options={[
              { id: "A", label: "A" },
              { id: "W", label: "kW" },
            ]}
          />
          {is21 && (
            <Checkbox isSelected={givesBack} onChange={setGivesBack}>
              {t("profile.givesBack")}
            </Checkbox>
          )}
        </div>
        <PeriodsTable
          periods={draft.periods}
          unit={draft.unit === "W" ? "kW" : "A"}
          givesBack={givesBack}
          onChange={(periods) => change({ periods })}
        />
        <NumberField
          label={t("profile.duration")}
          help={t("profile.durationHelp")}
          value={draft.hours}
          onChange={(hours) => change({ hours })}
          minValue={0.25}
          step={0.25}
          unit="h"
        />
        <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
          <TimeField
            label={t("profile.validFrom")}
            value={draft.validFrom}
            onChange={(at) => change({ validFrom: at })}
          />
          <TimeField label={t("profile.validTo")} value={draft.validTo} onChange={(at) => change({ validTo: at })} />
        </div>
        {supply.isAsked && <PhasesChoice supply={supply} onChoose={(phases) => sayPhases(draft.evse, phases)} />}
        {!fault && <ProfilePreview energy={energy} profile={profileOf(draft)} />}
      </div>
    </Dialog>
  );
}
