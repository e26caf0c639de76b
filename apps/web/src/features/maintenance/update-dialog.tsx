"use client";

import type { Command } from "@chargehand/domain/command";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { NumberField } from "@/components/number-field";
import { TextField } from "@/components/text-field";

/** Asks for everything an update of the firmware needs. */
export function UpdateDialog({
  station,
  onClose,
  onSend,
}: {
  station: string;
  onClose: () => void;
  onSend: (command: Command) => void;
}) {
  const t = useTranslations("maintenance.firmware");
  const [location, setLocation] = useState("");
  const [retrieveAt, setRetrieveAt] = useState("");
  const [installAt, setInstallAt] = useState("");
  const [retries, setRetries] = useState(3);
  const [signature, setSignature] = useState("");
  const [certificate, setCertificate] = useState("");

  function submit(event: FormEvent) {
    event.preventDefault();
    onSend({
      type: "update-firmware",
      location: location.trim(),
      retrieveAt: instant(retrieveAt) ?? new Date().toISOString(),
      installAt: instant(installAt),
      retries,
      signature: signature.trim() || undefined,
      certificate: certificate.trim() || undefined,
    });
  }

  return (
    <Dialog title={t("updateTitle", { station })} isOpen onOpenChange={(open) => open || onClose()}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <TextField
          label={t("location")}
          help={t("locationHelp")}
          type="url"
          value={location}
          onChange={setLocation}
          maxLength={512}
          isRequired
          isMono
          autoFocus
        />
        <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
          <TextField
            label={t("retrieveAt")}
            help={t("timeHelp")}
            type="datetime-local"
            value={retrieveAt}
            onChange={setRetrieveAt}
          />
          <TextField
            label={t("installAt")}
            help={t("timeHelp")}
            type="datetime-local"
            value={installAt}
            onChange={setInstallAt}
          />
        </div>
        <NumberField label={t("retries")} value={retries} onChange={setRetries} minValue={0} maxValue={100} />
        <TextField
          label={t("signature")}
          help={t("signatureHelp")}
          value={signature}
          onChange={setSignature}
          isRequired={certificate.trim() !== ""}
          maxLength={800}
          isMono
        />
        <TextField
          label={t("certificate")}
          value={certificate}
          onChange={setCertificate}
          isRequired={signature.trim() !== ""}
          maxLength={5_500}
          rows={3}
          isMono
        />
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

/** A time as the person's own clock says it. */
const instant = (local: string) => (local === "" ? undefined : new Date(local).toISOString());
