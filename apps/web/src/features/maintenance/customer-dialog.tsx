"use client";

import type { Command } from "@chargehand/domain/command";
import type { Customer } from "@chargehand/domain/orders/maintenance";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/button";
import { Checkbox } from "@/components/checkbox";
import { Dialog } from "@/components/dialog";
import { Segments } from "@/components/segments";
import { TextField } from "@/components/text-field";

/** Asks a station what it knows of a customer, or to forget it: by exactly one of three names. */
export function CustomerDialog({
  station,
  onClose,
  onSend,
}: {
  station: string;
  onClose: () => void;
  onSend: (command: Command) => void;
}) {
  const t = useTranslations("maintenance.customers");
  const [by, setBy] = useState<"token" | "customer" | "certificate">("token");
  const [value, setValue] = useState("");
  const [issuerName, setIssuerName] = useState("");
  const [issuerKey, setIssuerKey] = useState("");
  const [report, setReport] = useState(true);
  const [clear, setClear] = useState(false);
  const names = { token: t("token"), customer: t("customer"), certificate: t("serialNumber") };

  function about(): Customer {
    const name = value.trim();
    if (by === "token") return { token: { value: name, kind: "iso14443" } };
    if (by === "customer") return { customer: name };
    return {
      certificate: {
        algorithm: "SHA256",
        serialNumber: name,
        issuerName: issuerName.trim(),
        issuerKey: issuerKey.trim(),
      },
    };
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    onSend({ type: "ask-customer-information", about: about(), report, clear });
  }

  return (
    <Dialog title={t("askTitle", { station })} isOpen onOpenChange={(open) => open || onClose()}>
      <form onSubmit={submit} className="flex flex-col items-start gap-3">
        <Segments
          label={t("by")}
          chosen={by}
          onChoose={setBy}
          options={[
            { id: "token", label: t("byToken") },
            { id: "customer", label: t("byCustomer") },
            { id: "certificate", label: t("byCertificate") },
          ]}
        />
        <TextField label={names[by]} value={value} onChange={setValue} isRequired isMono autoFocus className="w-full" />
        {by === "certificate" && (
          <>
            <TextField
              label={t("issuerName")}
              value={issuerName}
              onChange={setIssuerName}
              isRequired
              isMono
              className="w-full"
            />
            <TextField
              label={t("issuerKey")}
              value={issuerKey}
              onChange={setIssuerKey}
              isRequired
              isMono
              className="w-full"
            />
          </>
        )}
        <Checkbox isSelected={report} onChange={setReport}>
          {t("report")}
        </Checkbox>
        <Checkbox isSelected={clear} onChange={setClear}>
          {t("clear")}
        </Checkbox>
        <div className="flex justify-end gap-2 self-end pt-1">
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button look="primary" type="submit" isDisabled={!report && !clear}>
            {t("send")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
