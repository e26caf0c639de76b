"use client";

import type { Command } from "@chargehand/domain/command";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/components/checkbox";
import { NumberField } from "@/components/number-field";
import { TextField } from "@/components/text-field";
import { FirmwareSource, type StationKind, useFirmwareFor } from "./firmware-source";
import { OrderDialog, type OrderDialogProps } from "./order-dialog";

/** Asks for everything an update of the firmware needs: an image of the library, or an address and what belongs to it. */
export function UpdateDialog({ station, kind, onClose, onSend }: OrderDialogProps & { kind: StationKind }) {
  const t = useTranslations("maintenance.firmware");
  const [location, setLocation] = useState("");
  const [retrieveAt, setRetrieveAt] = useState("");
  const [installAt, setInstallAt] = useState("");
  const [retries, setRetries] = useState(3);
  const [signature, setSignature] = useState("");
  const [certificate, setCertificate] = useState("");
  const [unsigned, setUnsigned] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const images = useFirmwareFor(kind);
  const image = images.find(({ id }) => String(id) === (chosen ?? String(images[0]?.id)));

  const command = (): Command => ({
    type: "update-firmware",
    ...(image
      ? { image: image.id, unsigned: unsigned || undefined }
      : {
          location: location.trim(),
          signature: signature.trim() || undefined,
          certificate: certificate.trim() || undefined,
        }),
    retrieveAt: instant(retrieveAt) ?? new Date().toISOString(),
    installAt: instant(installAt),
    retries,
  });

  return (
    <OrderDialog
      title={t("updateTitle", { station })}
      leave={t("leave")}
      send={t("send")}
      {...{ command, onClose, onSend }}
    >
      {images.length > 0 && <FirmwareSource images={images} chosen={image} onChoose={setChosen} />}
      {!image && (
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
      )}
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
      {image?.isSigned && (
        <Checkbox isSelected={unsigned} onChange={setUnsigned}>
          {t("unsigned")}
        </Checkbox>
      )}
      {!image && (
        <>
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
        </>
      )}
    </OrderDialog>
  );
}

/** A time as the person's own clock says it. */
const instant = (local: string) => (local === "" ? undefined : new Date(local).toISOString());
