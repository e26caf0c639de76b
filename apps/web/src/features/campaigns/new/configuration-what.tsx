"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/checkbox";
import { Segments } from "@/components/segments";
import { Select } from "@/components/select";
import { TextField } from "@/components/text-field";
import { useTRPC } from "@/live/trpc";
import { toSettings } from "../../configuration/setting-lines";
import type { ConfigurationDraft, WhatProps } from "./draft";

/** What stations are set to: what templates say of them, or values that are written here. */
export function ConfigurationWhat({ draft: { configuration, how }, onChange }: WhatProps) {
  const t = useTranslations("campaigns.new");
  const words = useTranslations("configuration");
  const change = (part: Partial<ConfigurationDraft>) => onChange({ configuration: { ...configuration, ...part } });
  return (
    <>
      <Segments
        label={t("setTo")}
        chosen={configuration.from}
        onChoose={(from) => change({ from })}
        options={[
          { id: "templates", label: t("templates") },
          { id: "values", label: t("values") },
        ]}
      />
      {configuration.from === "templates" ? (
        <ChooseTemplate chosen={configuration.template?.id} onChoose={(template) => change({ template })} />
      ) : (
        <TextField
          label={words("settings")}
          help={words("settingsHelp")}
          error={toSettings(configuration.lines) ? undefined : words("settingsWrong")}
          value={configuration.lines}
          onChange={(lines) => change({ lines })}
          rows={6}
          isMono
          className="w-full max-w-xl"
        />
      )}
      <Checkbox
        isSelected={configuration.reboot}
        onChange={(reboot) =>
          onChange({ configuration: { ...configuration, reboot }, how: { ...how, onlyIdle: reboot } })
        }
      >
        {words("reboot")}
      </Checkbox>
    </>
  );
}

function ChooseTemplate({
  chosen,
  onChoose,
}: {
  chosen: number | undefined;
  onChoose: (template: ConfigurationDraft["template"]) => void;
}) {
  const t = useTranslations("campaigns.new");
  const trpc = useTRPC();
  const { data: templates } = useQuery(trpc.configuration.templates.queryOptions());
  if (templates?.length === 0) return <p className="text-13 text-ink-2">{t("noTemplate")}</p>;
  return (
    <Select
      label={t("template")}
      className="w-full max-w-xl"
      chosen={chosen === undefined ? "all" : String(chosen)}
      onChoose={(id) => onChoose(templates?.find((template) => String(template.id) === id))}
      options={[
        { id: "all", label: t("allTemplates") },
        ...(templates ?? []).map(({ id, name }) => ({ id: String(id), label: name })),
      ]}
    />
  );
}
