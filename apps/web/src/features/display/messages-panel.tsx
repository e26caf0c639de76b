"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ErrorPanel } from "@/components/error-panel";
import { useTRPC } from "@/live/trpc";
import { Panel } from "../maintenance/panel";
import { SendButton } from "../maintenance/send-button";
import type { Maintenance } from "../maintenance/use-maintenance";
import { MessageDialog } from "./message-dialog";
import { MessageLine } from "./message-line";
import { type MessageRow, messageRows } from "./message-row";

/** The messages on a station's display: as it was told, and as it reads them back. */
export function MessagesPanel({ maintenance }: { maintenance: Maintenance }) {
  const t = useTranslations("display");
  const trpc = useTRPC();
  const { station, send, blocked } = maintenance;
  const [writing, setWriting] = useState<{ replaces?: MessageRow }>();
  const list = useQuery(trpc.holdings.list.queryOptions({ station: station.id, kinds: ["display-message"] }));
  const rows = messageRows(list.data);
  const why = blocked("show-message");

  return (
    <Panel
      title={t("title")}
      count={list.data && rows.length}
      types={["show-message", "clear-message", "read-messages"]}
      maintenance={maintenance}
      actions={
        <>
          <SendButton
            label={t("read")}
            blocked={blocked("read-messages")}
            onPress={() => send({ type: "read-messages" })}
          />
          <SendButton label={t("write")} blocked={why} onPress={() => setWriting({})} />
        </>
      }
    >
      {list.error && (
        <ErrorPanel what={t("failed")} stillWorks={list.error.message} onRetry={() => void list.refetch()} />
      )}
      {list.data && rows.length === 0 && (
        <p className="max-w-text py-3 text-ink-2">{station.version === "1.6" ? t("none16") : t("none")}</p>
      )}
      <ul>
        {rows.map((row) => (
          <MessageLine
            key={row.id}
            row={row}
            blocked={why}
            onReplace={() => setWriting({ replaces: row })}
            onClear={() => send({ type: "clear-message", message: row.id })}
          />
        ))}
      </ul>
      {writing && (
        <MessageDialog
          station={station}
          replaces={writing.replaces}
          onClose={() => setWriting(undefined)}
          onSend={(command) => send(command, () => setWriting(undefined))}
        />
      )}
    </Panel>
  );
}
