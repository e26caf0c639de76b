"use client";

import type { Command } from "@chargehand/domain/command";
import { type NetworkLink, networkLinks } from "@chargehand/domain/network/network-profile";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { NumberField } from "@/components/number-field";
import { Select } from "@/components/select";
import { TextField } from "@/components/text-field";
import type { Maintenance } from "./use-maintenance";

const profiles = { "0": 0, "1": 1, "2": 2, "3": 3 } as const;
const profileNames = ["0", "1", "2", "3"] as const satisfies readonly (keyof typeof profiles)[];

/** Asks for a way to a network, and in which slot the station is to keep it. */
export function NetworkDialog({
  station,
  onClose,
  onSend,
}: {
  station: Maintenance["station"];
  onClose: () => void;
  onSend: (command: Command) => void;
}) {
  const t = useTranslations("maintenance.network");
  const [slot, setSlot] = useState(1);
  const [url, setUrl] = useState("");
  const [profile, setProfile] = useState<keyof typeof profiles>("2");
  // 2.0.1 has no word for any of them.
  const links = networkLinks.filter((link) => link !== "any" || station.version === "2.1");
  const [link, setLink] = useState<NetworkLink>(links[0] ?? "wired-0");
  const [timeoutSeconds, setTimeoutSeconds] = useState(30);

  function submit(event: FormEvent) {
    event.preventDefault();
    const way = { url: url.trim(), securityProfile: profiles[profile], link, timeoutSeconds };
    onSend({ type: "set-network-profile", slot, profile: way });
  }

  return (
    <Dialog title={t("setTitle", { station: station.identity })} isOpen onOpenChange={(open) => open || onClose()}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <TextField
          label={t("url")}
          help={t("urlHelp")}
          value={url}
          onChange={setUrl}
          type="url"
          maxLength={512}
          isRequired
          isMono
          autoFocus
        />
        <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
          <NumberField
            label={t("slot")}
            help={t("slotHelp")}
            value={slot}
            onChange={setSlot}
            minValue={0}
            maxValue={100}
            isRequired
          />
          <NumberField
            label={t("timeout")}
            value={timeoutSeconds}
            onChange={setTimeoutSeconds}
            minValue={1}
            maxValue={600}
            isRequired
          />
          <Select
            label={t("profile")}
            options={profileNames.map((id) => ({ id, label: t(`profiles.${id}`) }))}
            chosen={profile}
            onChoose={setProfile}
          />
          <Select
            label={t("link")}
            options={links.map((id) => ({ id, label: t(`links.${id}`) }))}
            chosen={link}
            onChoose={setLink}
          />
        </div>
        <div className="flex justify-end gap-2 pt-1">
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button look="primary" type="submit">
            {t("send")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
