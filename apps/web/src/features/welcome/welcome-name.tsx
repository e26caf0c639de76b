"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/button";
import { TextField } from "@/components/text-field";
import { useTRPC } from "@/live/trpc";
import { useMay } from "../person/may";

/** What people call their network. */
export function WelcomeName({ name }: { name: string }) {
  const t = useTranslations("welcome");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mayName = useMay("sites.write");
  const [text, setText] = useState(name);
  const naming = useMutation(
    trpc.network.rename.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.network.pathKey() }),
    }),
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    naming.mutate({ name: text });
  }

  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
      <TextField
        label={t("networkName")}
        value={text}
        onChange={setText}
        error={naming.error?.message}
        maxLength={80}
        isRequired
        isDisabled={!mayName}
        className="min-w-64"
      />
      <Button type="submit" isDisabled={!mayName || text.trim() === name} isPending={naming.isPending}>
        {t("saveName")}
      </Button>
    </form>
  );
}
