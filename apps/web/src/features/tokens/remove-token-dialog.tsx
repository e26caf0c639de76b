"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import type { TokenRow } from "./token-view";

/** Asks once more before a token is forgotten, and says what that means for whoever holds it. */
export function RemoveTokenDialog({
  token,
  onClose,
  onRemove,
  isSending,
  error,
}: {
  token: TokenRow | undefined;
  onClose: () => void;
  onRemove: (token: TokenRow) => void;
  isSending: boolean;
  error: string | undefined;
}) {
  const t = useTranslations("removeToken");
  return (
    <Dialog
      title={t("title", { token: token?.value ?? "" })}
      isOpen={token !== undefined}
      onOpenChange={(open) => open || onClose()}
      role="alertdialog"
      footer={
        <>
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button look="primary" isPending={isSending} onPress={() => token && onRemove(token)}>
            {t("remove")}
          </Button>
        </>
      }
    >
      <p>{t("meaning")}</p>
      {token?.charging && <p className="pt-2">{t("charging", { station: token.charging.station })}</p>}
      {error && (
        <p role="alert" className="pt-2 text-fault-ink">
          {error}
        </p>
      )}
    </Dialog>
  );
}
