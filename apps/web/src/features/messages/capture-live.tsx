"use client";

import { useMutation } from "@tanstack/react-query";
import { FileX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { WithInspector } from "@/components/inspector";
import { PageHead } from "@/components/page-head";
import { SearchField } from "@/components/search-field";
import { SkeletonRows } from "@/components/skeleton";
import { useTRPC } from "@/live/trpc";
import { MessageInspector } from "./message-inspector";
import { MessagesTable } from "./messages-table";

/** A capture out of a file, read as a conversation is. It stays in this page; nothing of it is kept. */
export function CaptureLive({ name, text, onClose }: { name: string; text: string; onClose: () => void }) {
  const t = useTranslations("messages");
  const trpc = useTRPC();
  const { mutate, data, error, isPending } = useMutation(trpc.messages.readCapture.mutationOptions());
  const [selected, setSelected] = useState<string>();
  const [part, setPart] = useState("");
  useEffect(() => mutate({ text }), [mutate, text]);

  const wanted = part.toLowerCase();
  const messages = (data?.messages ?? []).filter(({ action, says, answer, call }) =>
    [action, says, answer, call].some((each) => each?.toLowerCase().includes(wanted)),
  );
  const message = messages.find(({ id }) => id === selected);
  return (
    <WithInspector
      inspector={
        message && <MessageInspector message={message} onClose={() => setSelected(undefined)} onFollow={setPart} />
      }
    >
      <PageHead
        title={t("capture", { name })}
        count={t("pairs", { count: messages.length })}
        actions={
          <Button Icon={FileX} onPress={onClose}>
            {t("closeCapture")}
          </Button>
        }
      />
      <div className="flex flex-wrap items-center gap-3 px-5 pb-2 max-md:px-4">
        <SearchField label={t("filter")} value={part} onChange={setPart} className="min-w-60 flex-1" />
        <p role="status" className="text-12 text-ink-2">
          {t("notKept")}
          {data && data.unread > 0 && ` · ${t("unread", { count: data.unread })}`}
          {data && data.left > 0 && ` · ${t("left", { count: data.left })}`}
        </p>
      </div>
      {error && <ErrorPanel what={t("captureFailed")} stillWorks={error.message} onRetry={() => mutate({ text })} />}
      {isPending ? (
        <SkeletonRows rows={12} label={t("loading")} />
      ) : (
        <MessagesTable
          messages={messages}
          activeId={selected}
          onActivate={setSelected}
          onPeek={({ id }) => setSelected(selected === id ? undefined : id)}
          empty={<EmptyState kind="filtered" title={t("filtered")} />}
        />
      )}
    </WithInspector>
  );
}
