"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { ComboBox } from "@/components/combo-box";
import { Dialog } from "@/components/dialog";
import { TextField } from "@/components/text-field";
import { useTRPC } from "@/live/trpc";
import type { TemplateRow } from "@/server/configuration/templates";
import { toLines, toSettings } from "./setting-lines";

/** Makes a template, or changes one: whom it is for, and what it desires. */
export function TemplateDialog({
  template,
  onClose,
  onSaved,
}: {
  template?: TemplateRow;
  onClose: () => void;
  onSaved: () => void;
}) {
  const t = useTranslations("configuration");
  const trpc = useTRPC();
  const { data: sites = [] } = useQuery(trpc.sites.list.queryOptions());
  const adding = useMutation(trpc.configuration.add.mutationOptions({ onSuccess: onSaved }));
  const changing = useMutation(trpc.configuration.change.mutationOptions({ onSuccess: onSaved }));
  const [fields, setFields] = useState({
    name: template?.name ?? "",
    vendor: template?.vendor ?? "",
    model: template?.model ?? "",
    firmware: template?.firmware ?? "",
  });
  const [site, setSite] = useState(template?.site);
  const [lines, setLines] = useState(toLines(template?.settings ?? []));
  const settings = toSettings(lines);
  const isReady = fields.name.trim() !== "" && settings !== undefined && settings.length > 0;
  const error = adding.error ?? changing.error;
  const field = (name: keyof typeof fields) => ({
    label: t(name),
    value: fields[name],
    onChange: (value: string) => setFields((before) => ({ ...before, [name]: value })),
  });

  function save() {
    if (!isReady) return;
    const said = {
      name: fields.name,
      vendor: fields.vendor.trim() || undefined,
      model: fields.model.trim() || undefined,
      firmware: fields.firmware.trim() || undefined,
      site,
      settings,
    };
    if (template) changing.mutate({ ...said, id: template.id });
    else adding.mutate(said);
  }

  return (
    <Dialog
      title={template ? t("changeOf", { name: template.name }) : t("add")}
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
      <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
        <TextField {...field("name")} autoFocus className="col-span-full" />
        <TextField {...field("vendor")} />
        <TextField {...field("model")} />
        <TextField {...field("firmware")} isMono />
        <ComboBox
          label={t("site")}
          options={sites.map(({ id, name }) => ({ id: String(id), label: name }))}
          chosen={site === undefined ? undefined : String(site)}
          onChoose={(id) => setSite(id === undefined ? undefined : Number(id))}
        />
        <p className="col-span-full text-12 text-ink-3">{t("scopeHelp")}</p>
        <TextField
          label={t("settings")}
          help={t("settingsHelp")}
          error={settings ? undefined : t("settingsWrong")}
          value={lines}
          onChange={setLines}
          rows={8}
          isMono
          className="col-span-full"
        />
        {error && (
          <p role="alert" className="col-span-full text-fault-ink">
            {error.message}
          </p>
        )}
      </div>
    </Dialog>
  );
}
