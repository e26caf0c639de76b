"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import type { SavedCall } from "./call-view";

/** Asks once more before a kept call is forgotten for everybody. */
export function RemoveDialog({
  call,
  onClose,
  onRemove,
  isSending,
  error,
}: {
  call: SavedCall;
  onClose: () => void;
  onRemove: () => void;
  isSending: boolean;
  error: string | undefined;
}) {
  const t = useTranslations("expert");
  return (
    <Dialog
      title={t("saved.removeTitle", { name: call.name })}
      isOpen
      onOpenChange={(open) => open || onClose()}
      role="alertdialog"
      footer={
        <>
          <Button onPress={onClose}>{t("saved.leave")}</Button>
          <Button look="primary" isPending={isSending} onPress={onRemove}>
            {t("saved.remove")}
          </Button>
        </>
      }
    >
      <p>{t("saved.removeMeaning")}</p>
      {error && (
        <p role="alert" className="pt-2 text-fault-ink">
          {error}
        </p>
      )}
    </Dialog>
  );
}
