"use client";

import type { Customer } from "@chargehand/domain/orders/maintenance";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/components/checkbox";
import { Segments } from "@/components/segments";
import { TextField } from "@/components/text-field";
import { OrderDialog, type OrderDialogProps } from "./order-dialog";

/** Asks a station what it knows of a customer, or to forget it: by exactly one of three names. */
export function CustomerDialog({ station, onClose, onSend }: OrderDialogProps) {
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

  return (
    <OrderDialog
      title={t("askTitle", { station })}
      leave={t("leave")}
      send={t("send")}
      isIncomplete={!report && !clear}
      command={() => ({ type: "ask-customer-information", about: about(), report, clear })}
      {...{ onClose, onSend }}
    >
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
    </OrderDialog>
  );
}
