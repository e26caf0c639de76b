"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { RelativeTime } from "@/components/relative-time";
import type { KeyRow } from "./key-view";

/** Asks once more before a key is ended, and says whether something still uses it. */
export function RevokeKeyDialog({
  apiKey,
  onClose,
  onRevoke,
  isSending,
  error,
}: {
  apiKey: KeyRow | undefined;
  onClose: () => void;
  onRevoke: (key: KeyRow) => void;
  isSending: boolean;
  error: string | undefined;
}) {
  const t = useTranslations("revokeKey");
  const used = apiKey?.lastUsed;
  return (
    <Dialog
      title={t("title", { name: apiKey?.name ?? "" })}
      isOpen={apiKey !== undefined}
      onOpenChange={(open) => open || onClose()}
      role="alertdialog"
      footer={
        <>
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button look="primary" isPending={isSending} onPress={() => apiKey && onRevoke(apiKey)}>
            {t("revoke")}
          </Button>
        </>
      }
    >
      <p>{t("meaning")}</p>
      <p className="pt-2">{used ? t.rich("used", { age: () => <RelativeTime at={used.at} /> }) : t("unused")}</p>
      {error && (
        <p role="alert" className="pt-2 text-fault-ink">
          {error}
        </p>
      )}
    </Dialog>
  );
}
