"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { NumberField } from "@/components/number-field";
import { Select } from "@/components/select";
import { TextField } from "@/components/text-field";
import { LimitFields } from "./limit-fields";
import { PlacePicker } from "./place-picker";
import { type NewToken, type TokenKind, tokenKinds } from "./token-view";

/** What the server said about one field of the last try, or about all of it. */
export interface FormFault {
  field?: keyof NewToken;
  text: string;
}

/** What a token is and may. Its value and kind are asked only of a new one. */
export function TokenForm({
  id,
  token,
  onSubmit,
  fault,
  children,
}: {
  id: string;
  token?: Partial<NewToken>;
  onSubmit: (token: NewToken) => void;
  fault?: FormFault;
  children?: ReactNode;
}) {
  const t = useTranslations("tokenForm");
  const kinds = useTranslations("token");
  const isNew = token?.value === undefined;
  const [draft, setDraft] = useState<NewToken>({ value: "", kind: "iso14443", ...token });
  const [types, setTypes] = useState(token?.connectorTypes?.join(", ") ?? "");
  const set = (change: Partial<NewToken>) => setDraft((before) => ({ ...before, ...change }));

  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit({
      ...draft,
      value: draft.value.trim(),
      group: draft.group?.trim() || undefined,
      connectorTypes: types.split(/[\s,]+/).filter(Boolean),
    });
  }

  return (
    <form id={id} onSubmit={submit} className="flex flex-col gap-3">
      {isNew && (
        <>
          <TextField
            label={t("value")}
            help={t("valueHelp")}
            value={draft.value}
            onChange={(value) => set({ value })}
            error={fault?.field === "value" ? fault.text : undefined}
            maxLength={255}
            isRequired
            isMono
            autoFocus
            autoComplete="off"
          />
          <Select
            label={t("kind")}
            options={tokenKinds.map((kind) => ({ id: kind, label: kinds(`kind.${kind}`) }))}
            chosen={tokenKinds.find((kind) => kind === draft.kind)}
            onChoose={(kind: TokenKind) => set({ kind })}
          />
        </>
      )}
      <TextField
        label={t("group")}
        help={t("groupHelp")}
        value={draft.group ?? ""}
        onChange={(group) => set({ group })}
        maxLength={255}
        isMono
      />
      <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
        <TextField
          label={t("from")}
          type="date"
          value={dayOf(draft.validFrom)}
          onChange={(day) => set({ validFrom: day ? new Date(`${day}T00:00:00`) : undefined })}
        />
        <TextField
          label={t("expires")}
          type="date"
          value={dayOf(draft.expiresAt)}
          // A day without a clock ends at its end, where the person who wrote it is.
          onChange={(day) => set({ expiresAt: day ? new Date(`${day}T23:59:59`) : undefined })}
        />
        <NumberField
          label={t("maxSessions")}
          help={t("maxSessionsHelp")}
          value={draft.maxSessions ?? Number.NaN}
          onChange={(count) => set({ maxSessions: Number.isNaN(count) ? undefined : count })}
          minValue={1}
          maxValue={1000}
        />
        <NumberField
          label={t("priority")}
          help={t("priorityHelp")}
          value={draft.priority ?? Number.NaN}
          onChange={(rank) => set({ priority: Number.isNaN(rank) ? undefined : rank })}
          minValue={-9}
          maxValue={9}
        />
      </div>
      <LimitFields limits={draft} onChange={set} />
      <PlacePicker places={draft.places} onChange={(places) => set({ places })} />
      <TextField label={t("connectorTypes")} help={t("connectorTypesHelp")} value={types} onChange={setTypes} isMono />
      <TextField
        label={t("message")}
        help={t("messageHelp")}
        value={draft.message ?? ""}
        onChange={(message) => set({ message: message || undefined })}
        maxLength={512}
      />
      {children}
      {fault && fault.field !== "value" && (
        <p role="alert" className="text-fault-ink">
          {fault.text}
        </p>
      )}
    </form>
  );
}

/** A moment as a field for days takes it, where the person who reads it is. */
function dayOf(at: Date | undefined): string {
  if (!at) return "";
  const two = (number: number) => String(number).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
