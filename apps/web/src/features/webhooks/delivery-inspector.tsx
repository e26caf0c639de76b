"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { ClockTime } from "@/components/clock-time";
import { CopyButton } from "@/components/copy-button";
import { ErrorPanel } from "@/components/error-panel";
import { Inspector, InspectorSection } from "@/components/inspector";
import { useTRPC } from "@/live/trpc";
import { useMay } from "../person/may";
import { DeliveryState } from "./deliveries-table";
import type { AttemptRow } from "./webhook-view";

const refetchInterval = 3_000;

/** One message with everything that was tried, and the button that sends it again. */
export function DeliveryInspectorLive({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations("deliveries");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mayWrite = useMay("webhooks.write");
  const { data, error, refetch } = useQuery({ ...trpc.webhooks.delivery.queryOptions({ id }), refetchInterval });
  const again = useMutation(
    trpc.webhooks.redeliver.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.webhooks.pathKey() }),
    }),
  );
  return (
    <Inspector
      title={<span className="mono">{data?.type ?? id}</span>}
      note={data && <DeliveryState delivery={data} />}
      isWide
      onClose={onClose}
      footer={
        mayWrite && (
          <Button isPending={again.isPending} onPress={() => again.mutate({ id })}>
            {t("again")}
          </Button>
        )
      }
    >
      {(error ?? again.error) && (
        <ErrorPanel
          what={t(again.error ? "notSent" : "couldNot")}
          stillWorks={(again.error ?? error)?.message}
          onRetry={() => void refetch()}
        />
      )}
      {data && (
        <>
          <InspectorSection title={t("tries", { count: data.tries.length })}>
            {data.tries.length === 0 && <p className="text-ink-2">{t("noTry")}</p>}
            <ol className="flex flex-col gap-2">
              {data.tries.map((attempt) => (
                <Attempt key={attempt.at.getTime()} attempt={attempt} />
              ))}
            </ol>
          </InspectorSection>
          <InspectorSection title={t("body")}>
            <p className="flex items-center justify-between gap-2 pb-1 text-12 text-ink-2">
              <span className="mono truncate">{data.id}</span>
              <CopyButton text={data.body} size="row" />
            </p>
            <pre className="mono whitespace-pre-wrap break-all rounded-1 bg-well px-2 py-1">{spread(data.body)}</pre>
          </InspectorSection>
        </>
      )}
    </Inspector>
  );
}

function Attempt({ attempt: { at, durationMs, responseCode, responseBody, error } }: { attempt: AttemptRow }) {
  const t = useTranslations("deliveries");
  const format = useFormatter();
  return (
    <li className="flex flex-col gap-0.5">
      <span className="flex items-baseline gap-2">
        <ClockTime at={at} className="text-ink-2" />
        <span className="font-value">
          {responseCode === undefined ? t("noAnswer") : t("answered", { responseCode })}
        </span>
        <span className="ml-auto text-ink-3">{t("ms", { ms: format.number(durationMs) })}</span>
      </span>
      {error && <span className="text-ink-2">{error}</span>}
      {responseBody && (
        <pre className="mono max-h-40 overflow-auto whitespace-pre-wrap break-all rounded-1 bg-well px-2 py-1">
          {responseBody}
        </pre>
      )}
    </li>
  );
}

/** A body in lines; what is signed and sent has none. */
const spread = (body: string) => JSON.stringify(JSON.parse(body), null, 2);
