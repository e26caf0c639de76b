"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import type { RuleRow } from "@/server/issues/rules";
import { DryRunText } from "./dry-run-text";

/** What happens without anybody being asked from now on, and what would have happened lately. */
export function TurnOnDialog({
  rule,
  isSending,
  onConfirm,
  onClose,
}: {
  rule: RuleRow;
  isSending: boolean;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("rules");
  return (
    <Dialog
      title={t("turnOn", { name: rule.name })}
      role="alertdialog"
      isOpen
      onOpenChange={(open) => open || onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button look="primary" isPending={isSending} onPress={onConfirm}>
            {t("turnOnConfirm")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-ink-2">{t("turnOnText", { remedy: t(`remedies.${rule.remedy}`) })}</p>
        <DryRunText rule={rule} />
      </div>
    </Dialog>
  );
}
