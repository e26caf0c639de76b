"use client";

import type { Command } from "@chargehand/domain/command";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Select } from "@/components/select";
import { TextField } from "@/components/text-field";
import { useTRPC } from "@/live/trpc";
import { OrderDialog, type OrderDialogProps } from "./order-dialog";

/** Asks which firmware a local controller is to hold ready for the stations behind it, or no longer. */
export function PublicationDialog({
  does,
  station,
  onClose,
  onSend,
}: OrderDialogProps & { does: "publish" | "unpublish" }) {
  const t = useTranslations("maintenance.publication");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.firmware.list.queryOptions({ limit: 200 }));
  // The firmware is for other stations than the controller, so every file of ours may be meant.
  const images = (data?.rows ?? []).filter(({ md5 }) => md5 !== null);
  const [chosen, setChosen] = useState<string>();
  const [location, setLocation] = useState("");
  const [checksum, setChecksum] = useState("");
  const image = images.find(({ id }) => String(id) === (chosen ?? String(images[0]?.id)));

  const command = (): Command => {
    if (does === "unpublish") return { type: "unpublish-firmware", checksum: image?.md5 ?? checksum.trim() };
    return image
      ? { type: "publish-firmware", image: image.id }
      : { type: "publish-firmware", location: location.trim(), checksum: checksum.trim() };
  };

  return (
    <OrderDialog
      title={t(`${does}Title`, { station })}
      leave={t("leave")}
      send={t(does)}
      {...{ command, onClose, onSend }}
    >
      <p className="max-w-text text-ink-2">{t(`${does}Help`)}</p>
      {images.length > 0 && (
        <Select
          label={t("which")}
          options={[
            ...images.map(({ id, vendor, model, version }) => ({
              id: String(id),
              label: `${vendor} ${model} · ${version}`,
            })),
            { id: "other", label: t("other") },
          ]}
          chosen={image ? String(image.id) : "other"}
          onChoose={setChosen}
        />
      )}
      {!image && does === "publish" && (
        <TextField
          label={t("location")}
          type="url"
          value={location}
          onChange={setLocation}
          maxLength={512}
          isRequired
          isMono
        />
      )}
      {!image && (
        <TextField
          label={t("checksum")}
          help={t("checksumHelp")}
          value={checksum}
          onChange={setChecksum}
          pattern="[0-9a-fA-F]{32}"
          maxLength={32}
          isRequired
          isMono
        />
      )}
    </OrderDialog>
  );
}
