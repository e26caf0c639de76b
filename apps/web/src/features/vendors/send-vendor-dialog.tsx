"use client";

import type { Command } from "@chargehand/domain/command";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { TextField } from "@/components/text-field";

/** Tells a station something in its vendor's own words. */
export function SendVendorDialog({
  station,
  onClose,
  onSend,
}: {
  station: string;
  onClose: () => void;
  onSend: (command: Command) => void;
}) {
  const t = useTranslations("vendor");
  const [vendor, setVendor] = useState("");
  const [message, setMessage] = useState("");
  const [data, setData] = useState("");
  const send = () =>
    onSend({
      type: "data-transfer",
      vendor: vendor.trim(),
      message: message.trim() || undefined,
      data: data === "" ? undefined : data,
    });
  return (
    <Dialog
      title={t("sendTitle", { station })}
      isOpen
      onOpenChange={(open) => open || onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button look="primary" isDisabled={vendor.trim() === ""} onPress={send}>
            {t("send")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <TextField label={t("vendor")} value={vendor} onChange={setVendor} isMono autoFocus placeholder="com.example" />
        <TextField label={t("message")} value={message} onChange={setMessage} isMono maxLength={50} />
        <TextField label={t("data")} help={t("dataHelp")} value={data} onChange={setData} isMono rows={4} />
      </div>
    </Dialog>
  );
}
