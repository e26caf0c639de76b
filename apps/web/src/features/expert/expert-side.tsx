"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ErrorPanel } from "@/components/error-panel";
import { Segments } from "@/components/segments";
import { SkeletonRows } from "@/components/skeleton";
import { useTRPC } from "@/live/trpc";
import { CallPicker } from "./call-picker";
import type { SavedCall } from "./call-view";
import { PastCalls, SavedCalls } from "./kept-calls";
import { NameDialog } from "./name-dialog";
import { RemoveDialog } from "./remove-dialog";
import type { useSavedCalls } from "./use-saved-calls";

/** What can be put on the bench: any call of the version, the last ones made, and those kept by name. */
export function ExpertSide({
  station,
  action,
  mayChange,
  saved,
  onChoose,
  onPut,
}: {
  station: number;
  action: string | null;
  mayChange: boolean;
  saved: ReturnType<typeof useSavedCalls>;
  onChoose: (action: string) => void;
  onPut: (action: string, payload: object) => void;
}) {
  const t = useTranslations("expert");
  const trpc = useTRPC();
  const [from, setFrom] = useState<"all" | "past" | "saved">("all");
  const [isMine, setMine] = useState(false);
  const [renamed, setRenamed] = useState<SavedCall>();
  const [removed, setRemoved] = useState<SavedCall>();
  const calls = useQuery(trpc.expert.calls.queryOptions({ station }));
  const { data: past = [] } = useQuery({
    ...trpc.expert.past.queryOptions({ station, mine: isMine }),
    enabled: from === "past",
  });

  return (
    <aside
      aria-label={t("side")}
      className={`flex w-66 shrink-0 flex-col border-line border-r max-md:w-auto max-md:min-h-0 max-md:flex-1 max-md:border-r-0 ${action === null ? "" : "max-md:hidden"}`}
    >
      <div className="px-3 py-3 max-md:px-4">
        <Segments
          label={t("side")}
          chosen={from}
          onChoose={setFrom}
          options={[
            { id: "all", label: t("from.all") },
            { id: "past", label: t("from.past") },
            { id: "saved", label: t("from.saved") },
          ]}
        />
      </div>
      {from === "all" &&
        (calls.data ? (
          <CallPicker calls={calls.data} chosen={action ?? undefined} onChoose={onChoose} />
        ) : calls.error ? (
          <ErrorPanel what={t("failed")} stillWorks={calls.error.message} onRetry={() => void calls.refetch()} />
        ) : (
          <SkeletonRows rows={12} label={t("loading")} />
        ))}
      {from === "past" && (
        <PastCalls
          calls={past}
          isMine={isMine}
          onMine={setMine}
          onRepeat={({ action: repeated, payload }) => onPut(repeated, payload)}
        />
      )}
      {from === "saved" && (
        <SavedCalls
          calls={saved.calls}
          mayChange={mayChange}
          onUse={({ action: used, payload }) => onPut(used, payload)}
          onRename={setRenamed}
          onRemove={setRemoved}
        />
      )}
      {renamed && (
        <NameDialog
          title={t("saved.rename")}
          suggestion={renamed.name}
          isSending={saved.rename.isPending}
          error={saved.rename.error?.message}
          onClose={() => {
            saved.rename.reset();
            setRenamed(undefined);
          }}
          onName={(name) => saved.rename.mutate({ id: renamed.id, name }, { onSuccess: () => setRenamed(undefined) })}
        />
      )}
      {removed && (
        <RemoveDialog
          call={removed}
          isSending={saved.remove.isPending}
          error={saved.remove.error?.message}
          onClose={() => {
            saved.remove.reset();
            setRemoved(undefined);
          }}
          onRemove={() => saved.remove.mutate({ id: removed.id }, { onSuccess: () => setRemoved(undefined) })}
        />
      )}
    </aside>
  );
}
