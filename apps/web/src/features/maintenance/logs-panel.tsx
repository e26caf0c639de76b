"use client";

import { logKinds } from "@chargehand/domain/orders/maintenance";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ErrorPanel } from "@/components/error-panel";
import { useTRPC } from "@/live/trpc";
import type { FileRow } from "@/server/files/list";
import { useMay } from "../person/may";
import { FileLine } from "./file-line";
import { FileReader } from "./file-reader";
import { Panel } from "./panel";
import { SendButton } from "./send-button";
import type { Maintenance } from "./use-maintenance";

/** The logs of a station: asked for, awaited, and read where they arrived. */
export function LogsPanel({ maintenance }: { maintenance: Maintenance }) {
  const t = useTranslations("maintenance.logs");
  const trpc = useTRPC();
  const mayRead = useMay("files.view");
  const [reading, setReading] = useState<FileRow>();
  const { station, send, blocked } = maintenance;
  const list = useQuery({ ...trpc.files.list.queryOptions({ station: station.id }), enabled: mayRead });

  return (
    <Panel
      title={t("title")}
      count={list.data?.length}
      types={["read-log"]}
      maintenance={maintenance}
      actions={logKinds.map((log) => (
        <SendButton
          key={log}
          label={t(`ask.${log}`)}
          blocked={blocked("read-log")}
          onPress={() => send({ type: "read-log", log })}
        />
      ))}
    >
      {list.error && (
        <ErrorPanel what={t("failed")} stillWorks={list.error.message} onRetry={() => void list.refetch()} />
      )}
      {!mayRead && <p className="py-3 text-ink-2">{t("operatorsOnly")}</p>}
      {list.data?.length === 0 && (
        <p className="max-w-text py-3 text-ink-2">
          {t("none")}. {t("noneHelp")}
        </p>
      )}
      <ul>
        {list.data?.map((file) => (
          <FileLine key={file.id} file={file} onRead={() => setReading(file)} />
        ))}
      </ul>
      {reading && <FileReader file={reading} onClose={() => setReading(undefined)} />}
    </Panel>
  );
}
