"use client";

import type { Tariff } from "@chargehand/domain/tariffs/tariff";
import { price } from "@chargehand/domain/vocabulary";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { TextField } from "@/components/text-field";
import { useTRPC } from "@/live/trpc";

/** Makes a tariff, or changes one for the sessions that begin from then on. */
export function TariffDialog({
  tariff,
  onClose,
  onSaved,
}: {
  tariff?: Tariff;
  onClose: () => void;
  onSaved: (id: number) => void;
}) {
  const t = useTranslations("tariff");
  const trpc = useTRPC();
  const adding = useMutation(trpc.tariffs.add.mutationOptions({ onSuccess: ({ id }) => onSaved(id) }));
  const changing = useMutation(trpc.tariffs.change.mutationOptions({ onSuccess: (_done, { id }) => onSaved(id) }));
  const [fields, setFields] = useState({
    name: tariff?.name ?? "",
    currency: tariff?.currency ?? "EUR",
    perKwh: tariff?.perKwh ?? "",
    perMinute: tariff?.perMinute ?? "",
    perSession: tariff?.perSession ?? "",
    text: tariff?.text ?? "",
    language: tariff?.language ?? "",
  });
  const prices = ["perKwh", "perMinute", "perSession"] as const;
  const wrong = prices.filter((name) => fields[name] !== "" && !price.test(fields[name]));
  const isReady = fields.name.trim() !== "" && /^[A-Z]{3}$/.test(fields.currency) && wrong.length === 0;
  const field = (name: keyof typeof fields) => ({
    label: t(name),
    value: fields[name],
    onChange: (value: string) => setFields((before) => ({ ...before, [name]: value })),
  });

  function save() {
    const { name, currency, ...rest } = fields;
    const said = {
      name,
      currency,
      perKwh: rest.perKwh || undefined,
      perMinute: rest.perMinute || undefined,
      perSession: rest.perSession || undefined,
      text: rest.text || undefined,
      language: rest.language || undefined,
    };
    if (tariff) changing.mutate({ ...said, id: tariff.id });
    else adding.mutate(said);
  }

  return (
    <Dialog
      title={tariff ? t("changeTitle", { name: tariff.name }) : t("newTitle")}
      isOpen
      wide
      onOpenChange={(open) => open || onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button look="primary" isDisabled={!isReady || adding.isPending || changing.isPending} onPress={save}>
            {t("save")}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-3 gap-3 max-md:grid-cols-1">
        <TextField {...field("name")} autoFocus className="col-span-2 max-md:col-span-1" />
        <TextField {...field("currency")} isMono maxLength={3} />
        {prices.map((name) => (
          <TextField
            key={name}
            {...field(name)}
            isMono
            inputMode="decimal"
            placeholder="0.39"
            error={wrong.includes(name) ? t("noPriceText") : undefined}
          />
        ))}
        <TextField {...field("text")} help={t("textHelp")} className="col-span-2 max-md:col-span-1" />
        <TextField {...field("language")} isMono placeholder="en" />
        {(adding.error ?? changing.error) && (
          <p role="alert" className="col-span-full text-fault-ink">
            {(adding.error ?? changing.error)?.message}
          </p>
        )}
        <p className="col-span-full text-12 text-ink-3">{t("countsFrom")}</p>
      </div>
    </Dialog>
  );
}
