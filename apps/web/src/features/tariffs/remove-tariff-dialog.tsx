"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import type { TariffInForce } from "@/server/tariffs/tariffs";

/** Asks once more before a tariff goes, and says at how many stations charging loses its price. */
export function RemoveTariffDialog({
  tariff: { name, countsAt },
  onClose,
  onRemove,
  isSending,
  error,
}: {
  tariff: TariffInForce;
  onClose: () => void;
  onRemove: () => void;
  isSending: boolean;
  error: string | undefined;
}) {
  const t = useTranslations("tariffs");
  return (
    <Dialog
      title={t("removeTitle", { name })}
      isOpen
      onOpenChange={(open) => open || onClose()}
      role="alertdialog"
      footer={
        <>
          <Button onPress={onClose}>{t("keep")}</Button>
          <Button look="primary" isPending={isSending} onPress={onRemove}>
            {t("remove")}
          </Button>
        </>
      }
    >
      <p>{t("removeMeaning", { count: countsAt })}</p>
      {error && (
        <p role="alert" className="pt-2 text-fault-ink">
          {error}
        </p>
      )}
    </Dialog>
  );
}
