"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { TextField } from "@/components/text-field";
import { useTRPC } from "@/live/trpc";
import type { FirmwareDetail } from "@/server/firmware/list";

/** What people noted about an image; whoever may change the library may change it here. */
export function FirmwareNotes({ image: { id, notes }, isFixed }: { image: FirmwareDetail; isFixed: boolean }) {
  const t = useTranslations("firmware");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [text, setText] = useState(notes ?? "");
  const change = useMutation(
    trpc.firmware.change.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.firmware.pathKey() }),
    }),
  );
  if (isFixed) return <p className="whitespace-pre-wrap text-ink-2">{notes ?? t("noNotes")}</p>;
  return (
    <div className="flex flex-col items-start gap-2">
      <TextField
        label={t("notes")}
        isLabelHidden
        value={text}
        onChange={setText}
        rows={3}
        maxLength={2_000}
        error={change.error?.message}
        className="w-full"
      />
      {text.trim() !== (notes ?? "") && (
        <Button isPending={change.isPending} onPress={() => change.mutate({ id, notes: text })}>
          {t("saveNotes")}
        </Button>
      )}
    </div>
  );
}
