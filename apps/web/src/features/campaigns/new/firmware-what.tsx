"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/checkbox";
import { NumberField } from "@/components/number-field";
import { Segments } from "@/components/segments";
import { Select } from "@/components/select";
import { TextField } from "@/components/text-field";
import { useTRPC } from "@/live/trpc";
import type { FirmwareDraft, WhatProps } from "./draft";

/** Which firmware, and when the stations fetch and install it. */
export function FirmwareWhat({ draft: { firmware }, onChange: change }: WhatProps) {
  const t = useTranslations("campaigns.new");
  const onChange = (part: Partial<FirmwareDraft>) => change({ firmware: { ...firmware, ...part } });
  return (
    <div className="flex w-full flex-col items-start gap-4">
      <Segments
        label={t("from")}
        chosen={firmware.from}
        onChoose={(from) => onChange({ from })}
        options={[
          { id: "library", label: t("library") },
          { id: "elsewhere", label: t("elsewhere") },
        ]}
      />
      {firmware.from === "library" ? (
        <FromLibrary firmware={firmware} onChange={onChange} />
      ) : (
        <FromElsewhere firmware={firmware} onChange={onChange} />
      )}
      <div className="grid w-full grid-cols-2 gap-3 max-md:grid-cols-1">
        <TextField
          label={t("retrieveAt")}
          help={t("retrieveHelp")}
          type="datetime-local"
          value={firmware.retrieveAt}
          onChange={(retrieveAt) => onChange({ retrieveAt })}
        />
        <TextField
          label={t("installAt")}
          help={t("installHelp")}
          type="datetime-local"
          value={firmware.installAt}
          onChange={(installAt) => onChange({ installAt })}
        />
        <NumberField
          label={t("retries")}
          value={firmware.retries}
          onChange={(retries) => onChange({ retries })}
          minValue={0}
          maxValue={100}
        />
        <NumberField
          label={t("retryMinutes")}
          unit="min"
          value={firmware.retryMinutes}
          onChange={(retryMinutes) => onChange({ retryMinutes })}
          minValue={0}
          maxValue={1_440}
        />
      </div>
      <Checkbox
        isSelected={firmware.sessionHours > 0}
        onChange={(isWanted) => onChange({ sessionHours: isWanted ? 24 : 0 })}
      >
        {t("session")}
      </Checkbox>
      {firmware.sessionHours > 0 && (
        <NumberField
          label={t("sessionHours")}
          unit="h"
          value={firmware.sessionHours}
          onChange={(sessionHours) => onChange({ sessionHours })}
          minValue={1}
          maxValue={720}
          className="w-60"
        />
      )}
    </div>
  );
}

interface Props {
  firmware: FirmwareDraft;
  onChange: (part: Partial<FirmwareDraft>) => void;
}

function FromLibrary({ firmware: { image, unsigned }, onChange }: Props) {
  const t = useTranslations("campaigns.new");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.firmware.list.queryOptions({ limit: 200 }));
  const images = data?.rows ?? [];
  if (data && images.length === 0) return <p className="text-13 text-ink-2">{t("noImage")}</p>;
  const isSigned = images.find(({ id }) => id === image)?.isSigned ?? false;
  return (
    <>
      <Select
        label={t("image")}
        placeholder={t("chooseImage")}
        className="w-full max-w-xl"
        chosen={image === undefined ? undefined : String(image)}
        onChoose={(id) => onChange({ image: Number(id) })}
        options={images.map(({ id, vendor, model, version, isSigned: signed }) => ({
          id: String(id),
          label: `${vendor} ${model} · ${version}${signed ? ` · ${t("signed")}` : ""}`,
        }))}
      />
      {isSigned && (
        <Checkbox isSelected={!unsigned} onChange={(isChecked) => onChange({ unsigned: !isChecked })}>
          {t("checkSignature")}
        </Checkbox>
      )}
    </>
  );
}

function FromElsewhere({ firmware: { location, version, vendor, model }, onChange }: Props) {
  const t = useTranslations("campaigns.new");
  return (
    <div className="grid w-full grid-cols-2 gap-3 max-md:grid-cols-1">
      <TextField
        label={t("location")}
        className="col-span-full"
        type="url"
        value={location}
        onChange={(text) => onChange({ location: text })}
        maxLength={512}
        isRequired
        isMono
      />
      <TextField
        label={t("version")}
        help={t("versionHelp")}
        className="col-span-full"
        value={version}
        onChange={(text) => onChange({ version: text })}
        maxLength={50}
        isRequired
        isMono
      />
      <TextField
        label={t("vendor")}
        help={t("vendorHelp")}
        value={vendor}
        onChange={(text) => onChange({ vendor: text })}
        maxLength={50}
      />
      <TextField label={t("model")} value={model} onChange={(text) => onChange({ model: text })} maxLength={50} />
    </div>
  );
}
