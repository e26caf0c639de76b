"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/button";
import { TextField } from "@/components/text-field";
import { useTRPC } from "@/live/trpc";

/** Writes something down about a station. */
export function NewNote({ station }: { station: number }) {
  const t = useTranslations("notes");
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const adding = useMutation(trpc.stations.addNote.mutationOptions({ onSuccess: () => setText("") }));

  function submit(event: FormEvent) {
    event.preventDefault();
    if (text.trim() !== "") adding.mutate({ station, text });
  }

  return (
    <form onSubmit={submit} className="flex flex-col items-start gap-2">
      <TextField
        label={t("new")}
        placeholder={t("hint")}
        value={text}
        onChange={setText}
        error={adding.error?.message}
        maxLength={4000}
        rows={3}
        className="w-full"
      />
      <Button type="submit" isPending={adding.isPending}>
        {t("add")}
      </Button>
    </form>
  );
}
