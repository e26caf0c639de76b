"use client";

import type { Attention } from "@chargehand/domain/vocabulary";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useTRPC } from "@/live/trpc";
import type { SessionDetail } from "@/server/sessions/by-id";
import type { SessionDecision } from "@/server/sessions/decisions";
import { CommandFaults } from "../commands/command-faults";
import { useMay } from "../person/may";
import { MadeDecisions, SessionQuestions } from "./session-decisions";

/** What does not add up about a session, what was decided about it, and what may be. */
export function SessionDecisionsLive({ session }: { session: SessionDetail }) {
  const trpc = useTRPC();
  const mayDecide = useMay("sessions.decide");
  const { data: decisions = [] } = useQuery(trpc.sessions.decisions.queryOptions({ id: session.id }));
  const isOrphan = session.orphan && session.joinedTo === null;
  const running = useQuery({
    ...trpc.sessions.list.queryOptions({ only: "open", station: session.station.id }),
    enabled: isOrphan && mayDecide,
  });
  const deciding = useMutation(trpc.sessions.decide.mutationOptions());
  const undoing = useMutation(trpc.sessions.undo.mutationOptions());
  const evidence = useEvidence(session);
  const fault = deciding.error ?? undoing.error;
  const decide = (decision: SessionDecision, onTaken?: () => void) =>
    deciding.mutate({ id: session.id, decision }, { onSuccess: onTaken });

  return (
    <CommandFaults
      isBelow
      of={{
        fault: fault?.message,
        isPending: deciding.isPending,
        dismiss() {
          deciding.reset();
          undoing.reset();
        },
      }}
    >
      {session.attention.length > 0 && (
        <SessionQuestions
          reasons={session.attention}
          evidence={evidence}
          canClose={session.status === "open" && session.attention.includes("not-ended")}
          orphanOf={
            isOrphan
              ? running.data?.rows.map(({ id, evse, token }) => ({
                  id: String(id),
                  label: `${id} · #${evse} · ${token}`,
                }))
              : undefined
          }
          onDecide={mayDecide ? decide : undefined}
        />
      )}
      <MadeDecisions decisions={decisions} onUndo={mayDecide ? (id) => undoing.mutate({ id }) : undefined} />
    </CommandFaults>
  );
}

/** Why a session needs a person, in a sentence with what was actually said. */
function useEvidence(session: SessionDetail): (reason: Attention) => string {
  const t = useTranslations("sessions.attentionWhy");
  const d = useTranslations("decision.evidence");
  const format = useFormatter();
  const { missing, meterStartWh, meterEndWh, meterAt, receivedAt, energyWh } = session;
  return (reason) => {
    const why = t(reason);
    switch (reason) {
      case "gap":
      case "incomplete":
        return missing.length === 0
          ? why
          : `${why} ${d("missing", { numbers: missing.map((range) => [...new Set(range)].join("–")).join(", ") })}`;
      case "meter-backwards":
      case "implausible-energy":
      case "meter-incomplete":
        return `${why} ${d("registers", {
          start: meterStartWh === null ? "–" : format.number(meterStartWh),
          end: meterEndWh === null ? "–" : format.number(meterEndWh),
          energy: energyWh === null ? "–" : format.number(energyWh),
        })}`;
      case "end-assumed":
      case "not-ended":
        return meterAt ? `${why} ${d("lastReading", { time: format.dateTime(meterAt, "seconds") })}` : why;
      case "stale":
      case "clock-implausible":
        return `${why} ${d("received", { time: format.dateTime(receivedAt, "seconds") })}`;
      default:
        return why;
    }
  };
}
