"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { CopyButton } from "@/components/copy-button";
import { ErrorPanel } from "@/components/error-panel";
import { PageHead } from "@/components/page-head";
import { Select } from "@/components/select";
import { SkeletonRows } from "@/components/skeleton";
import { TextField } from "@/components/text-field";
import { useTRPC } from "@/live/trpc";
import { useMay } from "../person/may";
import { HandoverSheet } from "./handover-sheet";
import { markdownOf } from "./markdown-of";
import { PastHandovers } from "./past-handovers";
import { useHandoverText } from "./use-handover-text";

/** The end of a shift: how things stand, what is to be said about it, and who has it next. */
export function ShiftLive({ since, now, person }: { since: Date; now: Date; person: string }) {
  const t = useTranslations("shift");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mayHandOver = useMay("issues.write");
  const say = useHandoverText();
  const [from] = useState(since);
  const [at] = useState(now);
  const [notes, setNotes] = useState("");
  const [next, setNext] = useState<string>();
  const { data: facts, error, refetch } = useQuery(trpc.shift.facts.queryOptions({ since: from }));
  const { data: people = [] } = useQuery(trpc.issues.people.queryOptions());
  const handing = useMutation(
    trpc.shift.handOver.mutationOptions({
      onSuccess: () => setNotes(""),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.shift.pathKey() }),
    }),
  );
  const others = people.filter(({ id }) => id !== person);
  const text = facts && say(facts, { notes, at });

  return (
    <div className="flex min-h-full flex-col print:block">
      <PageHead
        title={t("title")}
        actions={
          text && (
            <span className="flex items-center gap-2 print:hidden">
              <CopyButton text={markdownOf(text)} label={t("copy")} />
              <Button Icon={Printer} onPress={() => window.print()}>
                {t("print")}
              </Button>
            </span>
          )
        }
      />
      {error && <ErrorPanel what={t("failed")} stillWorks={error.message} onRetry={() => void refetch()} />}
      {handing.error && <ErrorPanel what={t("notHandedOver")} stillWorks={handing.error.message} />}
      <p aria-live="polite" className="px-5 max-md:px-4 print:hidden">
        {handing.isSuccess && t("handedOver", { count: handing.data.issues })}
      </p>
      <div className="grid grid-cols-[minmax(0,7fr)_minmax(0,4fr)] gap-8 px-5 pb-8 max-lg:grid-cols-1 max-md:px-4 print:block print:p-0">
        {text ? <HandoverSheet text={text} /> : !error && <SkeletonRows rows={10} label={t("loading")} />}
        <div className="flex flex-col gap-6 print:hidden">
          {mayHandOver && (
            <form
              className="flex flex-col gap-3"
              onSubmit={(event) => {
                event.preventDefault();
                if (next) handing.mutate({ to: next, notes, since: from });
              }}
            >
              <TextField
                label={t("notes")}
                placeholder={t("notesHint")}
                value={notes}
                onChange={setNotes}
                maxLength={10_000}
                rows={5}
              />
              <Select
                label={t("to")}
                chosen={next}
                onChoose={setNext}
                placeholder={t("toWhom")}
                help={t("toHelp")}
                options={others.map(({ id, name }) => ({ id, label: name }))}
              />
              <div className="flex justify-end">
                <Button look="primary" type="submit" isDisabled={next === undefined} isPending={handing.isPending}>
                  {t("handOver")}
                </Button>
              </div>
            </form>
          )}
          <PastHandovers />
        </div>
      </div>
    </div>
  );
}
