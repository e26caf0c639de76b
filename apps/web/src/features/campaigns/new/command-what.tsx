"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Select } from "@/components/select";
import { useTRPC } from "@/live/trpc";
import type { WhatProps } from "./draft";
import { isOfImage, type WizardCommand, wizardCommands } from "./wizard-commands";

/** Which command, and of which firmware where it is about one. */
export function CommandWhat({ draft: { command, held }, onChange }: WhatProps) {
  const t = useTranslations("campaigns.new");
  const bulk = useTranslations("bulk.command");
  const trpc = useTRPC();
  const { data } = useQuery({ ...trpc.firmware.list.queryOptions({ limit: 200 }), enabled: isOfImage(command) });
  // Object.keys forgets the names; the table is the only source of them.
  const commands = Object.keys(wizardCommands) as WizardCommand[];
  const images = (data?.rows ?? []).flatMap(({ id, vendor, model, version, md5 }) =>
    md5 === null ? [] : { id, label: `${vendor} ${model} · ${version}`, checksum: md5 },
  );
  return (
    <>
      <Select
        label={t("command")}
        className="w-80 max-w-full"
        chosen={command}
        onChoose={(chosen) => onChange({ command: chosen })}
        options={commands.map((id) => ({ id, label: bulk(id) }))}
      />
      {isOfImage(command) &&
        (data && images.length === 0 ? (
          <p className="text-13 text-ink-2">{t("noFile")}</p>
        ) : (
          <Select
            label={t("image")}
            placeholder={t("chooseImage")}
            className="w-full max-w-xl"
            chosen={held && String(held.id)}
            onChoose={(id) => onChange({ held: images.find((image) => String(image.id) === id) })}
            options={images.map(({ id, label }) => ({ id: String(id), label }))}
          />
        ))}
    </>
  );
}
