"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";

/** Asks once more before a webhook is forgotten with its log. */
export function ForgetWebhookDialog({
  name,
  isOpen,
  onClose,
  onForget,
  isSending,
  error,
}: {
  name: string;
  isOpen: boolean;
  onClose: () => void;
  onForget: () => void;
  isSending: boolean;
  error: string | undefined;
}) {
  const t = useTranslations("webhooks");
  return (
    <Dialog
      title={t("forgetTitle", { name })}
      isOpen={isOpen}
      onOpenChange={(open) => open || onClose()}
      role="alertdialog"
      footer={
        <>
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button look="primary" isPending={isSending} onPress={onForget}>
            {t("forget")}
          </Button>
        </>
      }
    >
      <p>{t("forgetMeaning")}</p>
      {error && (
        <p role="alert" className="pt-2 text-fault-ink">
          {error}
        </p>
      )}
    </Dialog>
  );
}
