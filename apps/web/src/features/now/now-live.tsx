"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { ErrorPanel } from "@/components/error-panel";
import { SkeletonRows } from "@/components/skeleton";
import { useTRPC } from "@/live/trpc";
import { CommandFault } from "../commands/command-fault";
import { useAgain } from "../commands/use-again";
import { useCommands } from "../commands/use-commands";
import { useIssueTitle } from "../issues/issue-words";
import { useMay } from "../person/may";
import { useRefusalWords } from "../refusals/refusal-words";
import { PendingStationsLive } from "../stations/pending-stations-live";
import { FirstSteps } from "./first-steps";
import type { NeedWords } from "./needs-of";
import { nowOf } from "./now-of";
import { NowPage } from "./now-page";

/** The network at a glance, kept by the stream of changes. */
export function NowLive() {
  const t = useTranslations("now");
  const trpc = useTRPC();
  const { data, error, errorUpdatedAt, refetch } = useQuery(trpc.now.overview.queryOptions());
  const mayCommand = useMay("commands.send");
  const commands = useCommands();
  const again = useAgain(data?.unproven ?? [], commands.send);
  const words = useNeedWords();
  const now = useMemo(() => data && nowOf(data, words), [data, words]);

  return (
    <>
      {error && <ErrorPanel what={t("couldNot")} since={new Date(errorUpdatedAt)} onRetry={() => void refetch()} />}
      {commands.fault && <CommandFault text={commands.fault} onDismiss={commands.dismiss} />}
      {now ? (
        <NowPage
          now={now}
          pending={<PendingStationsLive />}
          onTryAgain={mayCommand ? again : undefined}
          firstSteps={<FirstSteps />}
        />
      ) : (
        !error && <SkeletonRows rows={12} label={t("loading")} />
      )}
    </>
  );
}

function useNeedWords(): NeedWords {
  const t = useTranslations("now");
  const issues = useTranslations("issues");
  const title = useIssueTitle();
  const refused = useRefusalWords();
  return useMemo(
    () => ({
      issue: title,
      standing: ({ state, owner }) =>
        owner && state !== "watching" ? `${issues(`state.${state}`)} · ${owner.name}` : issues(`state.${state}`),
      refused,
      nameless: () => t("nameless"),
      tries: (count, address) => t("triesFrom", { count, address }),
    }),
    [t, issues, title, refused],
  );
}
