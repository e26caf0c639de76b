"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ErrorPanel } from "@/components/error-panel";
import { latePart } from "@/components/late-part";
import { useTRPC } from "@/live/trpc";
import { useMay } from "../person/may";

/** What a person can do about issues; the stream of changes shows what came of it. */
export interface IssueActions {
  /** Whether this person may do anything about them. */
  isPossible: boolean;
  acknowledge: (issues: readonly number[]) => void;
  mute: (issues: readonly number[]) => void;
  unmute: (issues: readonly number[]) => void;
  close: (issues: readonly number[]) => void;
  assign: (issues: readonly number[], to: string | null) => void;
  /** What went wrong, and the question that is open. */
  overlay: ReactNode;
}

export function useIssueActions(): IssueActions {
  const t = useTranslations("issues");
  const trpc = useTRPC();
  const isPossible = useMay("issues.write");
  const [asking, setAsking] = useState<{ about: readonly number[]; what: "mute" | "close" }>();
  const onSuccess = () => setAsking(undefined);
  const acknowledging = useMutation(trpc.issues.acknowledge.mutationOptions());
  const muting = useMutation(trpc.issues.mute.mutationOptions({ onSuccess }));
  const closing = useMutation(trpc.issues.close.mutationOptions({ onSuccess }));
  const assigning = useMutation(trpc.issues.assign.mutationOptions());
  const fault = acknowledging.error ?? assigning.error ?? (asking ? null : (muting.error ?? closing.error));
  const leave = () => {
    setAsking(undefined);
    muting.reset();
    closing.reset();
  };

  return {
    isPossible,
    acknowledge: (issues) => acknowledging.mutate({ issues: [...issues] }),
    mute: (about) => setAsking({ about, what: "mute" }),
    unmute: (issues) => muting.mutate({ issues: [...issues], until: null }),
    close: (about) => setAsking({ about, what: "close" }),
    assign: (issues, to) => assigning.mutate({ issues: [...issues], to }),
    overlay: (
      <>
        {fault && <ErrorPanel what={t("refused")} stillWorks={fault.message} />}
        {asking?.what === "mute" && (
          <MuteDialog
            count={asking.about.length}
            error={muting.error?.message}
            isSending={muting.isPending}
            onMute={(until) => muting.mutate({ issues: [...asking.about], until })}
            onClose={leave}
          />
        )}
        {asking?.what === "close" && (
          <CloseDialog
            error={closing.error?.message}
            isSending={closing.isPending}
            onConfirm={(reason) => closing.mutate({ issues: [...asking.about], reason })}
            onClose={leave}
          />
        )}
      </>
    ),
  };
}

const MuteDialog = latePart(() => import("./mute-dialog").then((part) => part.MuteDialog));
const CloseDialog = latePart(() => import("./close-dialog").then((part) => part.CloseDialog));
