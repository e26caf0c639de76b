"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { TextField } from "@/components/text-field";
import { useTRPC } from "@/live/trpc";
import type { ChosenStations } from "@/server/stations/chosen";

/** Gives words of one's own to many stations, or takes them away. */
export function TagDialog({ chosen, count, onClose }: { chosen: ChosenStations; count: number; onClose: () => void }) {
  const t = useTranslations("bulk");
  const trpc = useTRPC();
  const [words, setWords] = useState("");
  const tag = useMutation(trpc.stations.tag.mutationOptions({ onSuccess: onClose }));
  const named = words.split(/[\s,]+/).filter(Boolean);
  const add = named.filter((word) => !word.startsWith("-"));
  const remove = named.filter((word) => word.startsWith("-")).map((word) => word.slice(1));

  function send() {
    if (named.length > 0) tag.mutate({ chosen, add, remove });
  }

  return (
    <Dialog
      title={t("tagTitle", { count })}
      isOpen
      onOpenChange={(open) => open || onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button look="primary" isDisabled={named.length === 0 || tag.isPending} onPress={send}>
            {t("tagSend", { count })}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextField
          label={t("tags")}
          help={t("tagsHelp")}
          value={words}
          onChange={setWords}
          error={tag.error?.message}
          autoFocus
          isMono
        />
      </form>
    </Dialog>
  );
}
