"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Camera } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/button";
import { ClockTime } from "@/components/clock-time";
import { TextField } from "@/components/text-field";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";
import { NotePhoto } from "../notes/note-photo";
import { useMay } from "../person/may";
import { shrinkPhoto } from "./shrink-photo";

/** The last notes about a station, and a new one with a photo. */
export function FieldNotes({ station }: { station: number }) {
  const t = useTranslations("field");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mayWrite = useMay("stations.write");
  const { data } = useQuery(trpc.stations.notes.queryOptions({ station, limit: 3 }));
  const [text, setText] = useState("");
  const camera = useRef<HTMLInputElement>(null);
  const adding = useMutation({
    mutationFn: (photo: File) => send(station, text.trim() || t("photo"), photo),
    onSuccess: () => setText(""),
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.stations.notes.pathKey() }),
  });

  return (
    <section aria-label={t("notes")} className="flex flex-col gap-2">
      <h2 className="text-12 text-ink-2">{t("notes")}</h2>
      {mayWrite && (
        <>
          <TextField label={t("note")} value={text} onChange={setText} maxLength={500} />
          <input
            ref={camera}
            type="file"
            accept="image/*"
            capture="environment"
            aria-label={t("takePhoto")}
            className="sr-only"
            tabIndex={-1}
            onChange={({ target }) => {
              const [photo] = target.files ?? [];
              if (photo) adding.mutate(photo);
              target.value = "";
            }}
          />
          <Button size="big" Icon={Camera} isPending={adding.isPending} onPress={() => camera.current?.click()}>
            {t("takePhoto")}
          </Button>
          {adding.error && <p role="alert">{t("notSent", { why: adding.error.message })}</p>}
        </>
      )}
      <ul>
        {data?.rows.map(({ id, at, by, text: said, hasPhoto }) => (
          <li key={id} className="border-line-strong border-b py-2">
            <p className="flex flex-wrap gap-x-2 text-12 text-ink-2">
              {by} <ClockTime at={at} />
            </p>
            <p className="break-words">{said}</p>
            {hasPhoto && <NotePhoto id={id} text={said} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

async function send(station: number, text: string, photo: File): Promise<void> {
  const answer = await fetch(addresses.newPhoto(station, text), { method: "POST", body: await shrinkPhoto(photo) });
  if (answer.ok) return;
  const said: unknown = await answer.json().catch(() => undefined);
  throw new Error(
    typeof said === "object" && said !== null && "message" in said ? String(said.message) : String(answer.status),
  );
}
