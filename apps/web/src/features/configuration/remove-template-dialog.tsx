"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";

/** Asks once more before a template goes. */
export function RemoveTemplateDialog({
  name,
  onClose,
  onRemove,
  isSending,
  error,
}: {
  name: string;
  onClose: () => void;
  onRemove: () => void;
  isSending: boolean;
  error: string | undefined;
}) {
  const t = useTranslations("configuration");
  return (
    <Dialog
      title={t("removeOf", { name })}
      isOpen
      onOpenChange={(open) => open || onClose()}
      role="alertdialog"
      footer={
        <>
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button look="primary" isPending={isSending} onPress={onRemove}>
            {t("remove")}
          </Button>
        </>
      }
    >
      <p>{t("removeMeaning")}</p>
      {error && (
        <p role="alert" className="pt-2 text-fault-ink">
          {error}
        </p>
      )}
    </Dialog>
  );
}
