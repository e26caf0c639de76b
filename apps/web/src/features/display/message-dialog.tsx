"use client";

import type { Command } from "@chargehand/domain/command";
import {
  type DisplayFormat,
  type DisplayPriority,
  type DisplayState,
  displayFormats,
  displayPriorities,
  displayStates,
} from "@chargehand/domain/display/message";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { Select } from "@/components/select";
import { TextField } from "@/components/text-field";
import { TimeField } from "../expert/time-field";
import type { StationDetail } from "../stations/station-view";
import type { MessageRow } from "./message-row";

/** Writes a message for the display, or one in the place of another. */
export function MessageDialog({
  station,
  replaces,
  onClose,
  onSend,
}: {
  station: StationDetail;
  replaces?: MessageRow;
  onClose: () => void;
  onSend: (command: Command) => void;
}) {
  const t = useTranslations("display");
  const [text, setText] = useState(replaces?.text ?? "");
  const [language, setLanguage] = useState(replaces?.language ?? "");
  const [format, setFormat] = useState<DisplayFormat>(replaces?.format ?? "utf8");
  const [priority, setPriority] = useState<DisplayPriority>(replaces?.priority ?? "normal-cycle");
  const [state, setState] = useState<DisplayState | "any">(replaces?.state ?? "any");
  const [from, setFrom] = useState(replaces?.from);
  const [until, setUntil] = useState(replaces?.until);
  const [session, setSession] = useState("none");
  // Older stations know fewer words.
  const isNew = station.version === "2.1";
  const running = station.connectors.flatMap(({ label, session: here }) => (here ? [{ id: here.id, label }] : []));

  const command = (): Command => ({
    type: "show-message",
    message: {
      text: text.trim(),
      format,
      priority,
      language: language.trim() || undefined,
      state: state === "any" ? undefined : state,
      from,
      until,
    },
    session: session === "none" ? undefined : session,
    replaces: replaces?.id,
  });

  return (
    <Dialog
      title={replaces ? t("replaceTitle", { id: replaces.id }) : t("writeTitle", { station: station.identity })}
      isOpen
      wide
      onOpenChange={(open) => open || onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button look="primary" isDisabled={text.trim() === ""} onPress={() => onSend(command())}>
            {t("send")}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
        <TextField
          label={t("text")}
          value={text}
          onChange={setText}
          rows={3}
          maxLength={isNew ? 1024 : 512}
          autoFocus
          className="col-span-full"
        />
        <Select
          label={t("priorityLabel")}
          chosen={priority}
          onChoose={setPriority}
          options={displayPriorities.map((id) => ({ id, label: t(`priority.${id}`) }))}
        />
        <Select
          label={t("stateLabel")}
          chosen={state}
          onChoose={setState}
          options={[
            { id: "any", label: t("while.any") },
            ...(isNew ? displayStates : displayStates.slice(0, 4)).map((id) => ({ id, label: t(`while.${id}`) })),
          ]}
        />
        <TextField
          label={t("language")}
          value={language}
          onChange={setLanguage}
          maxLength={8}
          placeholder="en"
          isMono
        />
        <Select
          label={t("formatLabel")}
          chosen={format}
          onChoose={setFormat}
          options={displayFormats
            .filter((id) => isNew || id !== "qr-code")
            .map((id) => ({ id, label: t(`format.${id}`) }))}
        />
        <TimeField label={t("fromLabel")} value={from} onChange={setFrom} />
        <TimeField label={t("untilLabel")} value={until} onChange={setUntil} />
        {running.length > 0 && (
          <Select
            label={t("sessionLabel")}
            chosen={session}
            onChoose={setSession}
            options={[
              { id: "none", label: t("noSession") },
              ...running.map(({ id, label }) => ({ id, label: t("atConnector", { label }) })),
            ]}
          />
        )}
        <p className="col-span-full text-12 text-ink-3">{t("proof")}</p>
      </div>
    </Dialog>
  );
}
