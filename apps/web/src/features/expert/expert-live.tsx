"use client";

import type { OcppVersion } from "@chargehand/domain/vocabulary";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useRef, useState } from "react";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { useKeys } from "@/components/keys/use-keys";
import { SkeletonRows } from "@/components/skeleton";
import { useStreamState } from "@/live/live";
import { useTRPC } from "@/live/trpc";
import { CommandFault } from "../commands/command-fault";
import { useMay } from "../person/may";
import { useStation } from "../stations/use-station";
import { CallEditor } from "./call-editor";
import { expertSearch } from "./expert-search";
import { ExpertSide } from "./expert-side";
import { NameDialog } from "./name-dialog";
import { OutcomeLive } from "./outcome-live";
import { SendBar } from "./send-bar";
import { useCallCheck } from "./use-call-check";
import { useDraft } from "./use-draft";
import { useSavedCalls } from "./use-saved-calls";
import { useSending } from "./use-sending";

/** The expert's bench of one station: any call of its version, written, checked, sent and followed. */
export function ExpertLive({ identity }: { identity: string }) {
  const t = useTranslations("expert");
  const { station } = useStation(identity);
  if (!station.version) {
    return (
      <EmptyState kind="nothing-yet" title={t("noVersion")}>
        {t("noVersionHelp")}
      </EmptyState>
    );
  }
  return <Bench station={station} version={station.version} />;
}

function Bench({
  station,
  version,
}: {
  station: { id: number; identity: string; connected: boolean };
  version: OcppVersion;
}) {
  const t = useTranslations("expert");
  const words = useTranslations("stationPage");
  const trpc = useTRPC();
  const [search, setSearch] = useQueryStates(expertSearch, { history: "push" });
  const [isNaming, setNaming] = useState(false);
  const isCutOff = useStreamState().is === "offline";
  const mayCommand = useMay("commands.send");
  const isAllowed = useMay("commands.expert") && mayCommand;
  const action = search.action ?? "";
  const written = useRef<HTMLElement>(null);
  const call = useQuery({
    ...trpc.expert.action.queryOptions({ station: station.id, action }),
    enabled: action !== "",
    // What somebody is writing on must not be replaced under their hands.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const draft = useDraft(action, call.data?.example);
  const check = useCallCheck({
    station: station.id,
    action,
    text: draft.text,
    read: draft.read,
    isAllowed: isAllowed && call.data !== undefined,
  });
  const saved = useSavedCalls(version);
  const sending = useSending(station.id, (sent) => void setSearch({ sent }));
  const payload = draft.read.ok ? Object(draft.read.value) : undefined;

  function choose(next: string | null) {
    sending.dismiss();
    void setSearch({ action: next });
  }

  function put(next: string, with_: object) {
    draft.put(next, with_);
    choose(next);
  }

  function send() {
    if (payload && !blocked && check.is !== "faulty" && !sending.isSending) sending.send(action, payload);
  }

  /** In the form it is at its field; what has no field is in the text. */
  function showFault() {
    const place = written.current?.querySelector("[data-fault]");
    if (!place) return void setSearch({ view: "raw" }, { history: "replace" });
    place.scrollIntoView({ block: "center" });
    place.querySelector<HTMLElement>("input, textarea, button")?.focus({ preventScroll: true });
  }

  useKeys({ sendCall: send });

  const blocked = !isAllowed ? words("operatorsOnly") : isCutOff ? words("cutOff") : undefined;

  return (
    <div className="flex min-h-0 flex-1 max-md:flex-col">
      <ExpertSide
        station={station.id}
        action={search.action}
        mayChange={isAllowed}
        saved={saved}
        onChoose={choose}
        onPut={put}
      />
      <div
        className={`min-h-0 min-w-0 flex-1 overflow-auto xl:grid xl:grid-cols-[minmax(0,1fr)_416px] xl:overflow-hidden ${search.action === null ? "max-md:hidden" : ""}`}
      >
        <section ref={written} aria-label={t("write")} className="flex min-h-0 min-w-0 flex-col xl:overflow-auto">
          {call.data ? (
            <>
              <div className="flex min-h-0 flex-1 flex-col xl:overflow-auto">
                <CallEditor
                  call={call.data}
                  draft={draft}
                  check={check}
                  view={search.view}
                  onView={(view) => void setSearch({ view }, { history: "replace" })}
                  onSave={() => setNaming(true)}
                  onExample={() => {
                    draft.forget();
                    void call.refetch();
                  }}
                  onOthers={() => choose(null)}
                  maySave={isAllowed}
                />
              </div>
              {sending.fault && <CommandFault text={sending.fault} onDismiss={sending.dismiss} />}
              <SendBar
                check={check}
                version={version}
                blocked={blocked}
                isOffline={!station.connected}
                sending={sending}
                onSend={send}
                onShowFault={showFault}
              />
            </>
          ) : call.error ? (
            <ErrorPanel what={t("failed")} stillWorks={call.error.message} onRetry={() => void call.refetch()} />
          ) : action === "" ? (
            <EmptyState kind="nothing-yet" title={t("start")}>
              {t("startHelp", { version })}
            </EmptyState>
          ) : (
            <div className="min-h-[70dvh]">
              <SkeletonRows rows={8} label={t("loading")} />
            </div>
          )}
        </section>
        <OutcomeLive station={station} command={search.sent} />
      </div>
      {isNaming && payload && (
        <NameDialog
          title={t("saved.save")}
          suggestion={action}
          isSending={saved.save.isPending}
          error={saved.save.error?.message}
          onClose={() => {
            saved.save.reset();
            setNaming(false);
          }}
          onName={(name) =>
            saved.save.mutate({ name, version, action, payload }, { onSuccess: () => setNaming(false) })
          }
        />
      )}
    </div>
  );
}
