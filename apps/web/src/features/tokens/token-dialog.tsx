"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { type FormFault, TokenForm } from "./token-form";
import type { NewToken } from "./token-view";

/** Adds a token that may charge, or changes what one may. */
export function TokenDialog({
  title,
  action,
  token,
  isOpen,
  onClose,
  onSubmit,
  isSending,
  fault,
}: {
  title: string;
  action: string;
  token?: Partial<NewToken>;
  isOpen: boolean;
  onClose: () => void;
  onSubmit: (token: NewToken) => void;
  isSending?: boolean;
  fault?: FormFault;
}) {
  const t = useTranslations("tokenForm");
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onOpenChange={(open) => open || onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button look="primary" type="submit" form="token" isPending={isSending}>
            {action}
          </Button>
        </>
      }
    >
      <TokenForm id="token" token={token} onSubmit={onSubmit} fault={fault} />
    </Dialog>
  );
}
