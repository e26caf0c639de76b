"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { useTRPC } from "@/live/trpc";
import type { FirmwareDetail } from "@/server/firmware/list";

/** Asks once more before an image leaves the library with its file. */
export function RemoveFirmware({
  image: { id, vendor, model, version },
  onClose,
  onRemoved,
}: {
  image: FirmwareDetail;
  onClose: () => void;
  onRemoved: () => void;
}) {
  const t = useTranslations("firmware");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const removing = useMutation(
    trpc.firmware.remove.mutationOptions({
      onSuccess: () => {
        onRemoved();
        return queries.invalidateQueries({ queryKey: trpc.firmware.list.pathKey() });
      },
    }),
  );
  return (
    <Dialog
      title={t("removeTitle", { name: `${vendor} ${model} ${version}` })}
      isOpen
      onOpenChange={(open) => open || onClose()}
      role="alertdialog"
      footer={
        <>
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button look="primary" isPending={removing.isPending} onPress={() => removing.mutate({ id })}>
            {t("removeConfirm")}
          </Button>
        </>
      }
    >
      <p>{t("removeMeaning")}</p>
      {removing.error && (
        <p role="alert" className="pt-2 text-fault-ink">
          {removing.error.message}
        </p>
      )}
    </Dialog>
  );
}
