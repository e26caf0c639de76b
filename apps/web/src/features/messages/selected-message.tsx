"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ErrorPanel } from "@/components/error-panel";
import { useTRPC } from "@/live/trpc";
import { MessageAround } from "./message-around";
import { MessageInspector } from "./message-inspector";

/** The message that is looked at. */
export function SelectedMessage({
  id,
  onClose,
  onFollow,
  onSelect,
}: {
  id: string;
  onClose: () => void;
  onFollow: (session: string) => void;
  onSelect: (id: string) => void;
}) {
  const t = useTranslations("messages");
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery({
    ...trpc.messages.byRef.queryOptions({ ref: id }),
    // The one before stays until the next is there: whoever walks through them stays where they are.
    placeholderData: keepPreviousData,
    // A call that waits for its answer is looked at again until it has one.
    refetchInterval: ({ state }) => (state.data?.verdict === "open" ? 1_000 : false),
  });
  if (data) {
    return (
      <MessageInspector message={data} onClose={onClose} onFollow={onFollow}>
        <MessageAround id={id} onSelect={onSelect} />
      </MessageInspector>
    );
  }
  if (!error) return null;
  return (
    <aside className="w-[clamp(344px,25vw,456px)] shrink-0 border-line border-l bg-raised max-md:hidden">
      <ErrorPanel what={t("gone")} stillWorks={error.message} onRetry={() => void refetch()} />
    </aside>
  );
}
