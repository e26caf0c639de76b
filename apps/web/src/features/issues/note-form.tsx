"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/button";
import { TextField } from "@/components/text-field";
import { useTRPC } from "@/live/trpc";

/** A line for the history of an issue. */
export function NoteForm({ issue }: { issue: number }) {
  const t = useTranslations("issuePage");
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const adding = useMutation(trpc.issues.note.mutationOptions({ onSuccess: () => setText("") }));

  function submit(event: FormEvent) {
    event.preventDefault();
    if (text.trim() !== "") adding.mutate({ issue, text });
  }

  return (
    <form onSubmit={submit} className="flex max-w-text flex-col items-start gap-2 print:hidden">
      <TextField
        label={t("note")}
        placeholder={t("noteHint")}
        value={text}
        onChange={setText}
        error={adding.error?.message}
        maxLength={4000}
        rows={2}
        className="w-full"
      />
      <Button type="submit" isPending={adding.isPending}>
        {t("addNote")}
      </Button>
    </form>
  );
}
