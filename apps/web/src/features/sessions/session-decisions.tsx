"use client";

import type { Attention } from "@chargehand/domain/vocabulary";
import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/button";
import { ClockTime } from "@/components/clock-time";
import { Dialog } from "@/components/dialog";
import { Glyph } from "@/components/glyph";
import type { Option } from "@/components/option-list";
import { Select } from "@/components/select";
import { TextField } from "@/components/text-field";
import type { MadeDecision, SessionDecision } from "@/server/sessions/decisions";
import { CloseRecord } from "./close-record";

/** What does not add up, each with its evidence, and what a person may decide about it. */
export function SessionQuestions({
  reasons,
  evidence,
  canClose,
  orphanOf,
  onDecide,
}: {
  reasons: readonly Attention[];
  evidence: (reason: Attention) => string;
  /** It runs, as far as anybody has said. */
  canClose: boolean;
  /** An end without a session: those that run at its station. */
  orphanOf?: readonly Option<string>[];
  /** Absent: the person may only look. `onTaken`: closes what asked. */
  onDecide?: (decision: SessionDecision, onTaken?: () => void) => void;
}) {
  const t = useTranslations("sessions");
  const d = useTranslations("decision");
  const [asking, setAsking] = useState<"give-token" | "join" | "close">();
  const close = () => setAsking(undefined);
  return (
    <section aria-label={d("title")} className="flex flex-col gap-2 bg-tint-attn px-3 py-2">
      <ul className="flex flex-col gap-1">
        {reasons.map((reason) => (
          <li key={reason} className="flex items-start gap-2">
            <Glyph name="attention" className="mt-0.5" />
            <span className="min-w-0 flex-1">
              <b className="font-value">{t(`attention.${reason}`)}</b>{" "}
              <span className="text-ink-2">{evidence(reason)}</span>
            </span>
            {onDecide && (
              <Button size="row" look="bare" onPress={() => onDecide({ kind: "check", reason })}>
                {d("check")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {onDecide && (
        <div className="flex flex-wrap gap-2">
          {canClose && <Button onPress={() => setAsking("close")}>{d("close")}</Button>}
          {orphanOf && <Button onPress={() => setAsking("join")}>{d("join")}</Button>}
          <Button onPress={() => setAsking("give-token")}>{d("giveToken")}</Button>
        </div>
      )}
      {asking === "close" && onDecide && (
        <CloseRecord onClose={close} onDecide={(note) => onDecide({ kind: "close", note }, close)} />
      )}
      {asking && asking !== "close" && onDecide && (
        <AnswerDialog
          asking={asking}
          options={orphanOf ?? []}
          onClose={close}
          onDecide={(decision) => onDecide(decision, close)}
        />
      )}
    </section>
  );
}

function AnswerDialog({
  asking,
  options,
  onClose,
  onDecide,
}: {
  asking: "give-token" | "join";
  options: readonly Option<string>[];
  onClose: () => void;
  onDecide: (decision: SessionDecision) => void;
}) {
  const d = useTranslations("decision");
  const [answer, setAnswer] = useState("");
  function decide(event: FormEvent) {
    event.preventDefault();
    onDecide(
      asking === "join" ? { kind: "join", session: Number(answer) } : { kind: "give-token", token: answer.trim() },
    );
  }
  return (
    <Dialog isOpen onOpenChange={(open) => !open && onClose()} title={d(asking === "join" ? "join" : "giveToken")}>
      <form onSubmit={decide} className="flex flex-col gap-4">
        {asking === "give-token" ? (
          <TextField label={d("token")} value={answer} onChange={setAnswer} isMono isRequired maxLength={255} />
        ) : options.length === 0 ? (
          <p className="text-ink-2">{d("noneRuns")}</p>
        ) : (
          <Select label={d("session")} options={options} chosen={answer || undefined} onChoose={setAnswer} />
        )}
        <div className="flex justify-end">
          <Button type="submit" look="primary" isDisabled={answer.trim() === ""}>
            {d("decide")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What was decided about a session, with who did it; each can be taken back. */
export function MadeDecisions({
  decisions,
  onUndo,
}: {
  decisions: readonly MadeDecision[];
  onUndo?: (id: number) => void;
}) {
  const d = useTranslations("decision");
  const words = useDecisionWords();
  if (decisions.length === 0) return null;
  return (
    <section aria-label={d("made")}>
      <ul>
        {decisions.map((decision) => (
          <li key={decision.id} className="flex min-h-8 items-center gap-3 border-line border-b px-3">
            <ClockTime at={decision.madeAt} className="text-ink-2" />
            <span className={decision.undoneAt ? "text-ink-3 line-through" : ""}>{words(decision)}</span>
            <span className="flex-1 text-ink-2">
              {d("by", { name: decision.madeBy })}
              {decision.note && `: ${decision.note}`}
            </span>
            {decision.undoneAt ? (
              <span className="text-ink-3">{d("undoneBy", { name: decision.undoneBy ?? "" })}</span>
            ) : (
              onUndo && (
                <Button size="row" look="bare" Icon={Undo2} onPress={() => onUndo(decision.id)}>
                  {d("undo")}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function useDecisionWords() {
  const d = useTranslations("decision");
  const t = useTranslations("sessions.attention");
  return ({ kind, reason, token, session }: MadeDecision): string => {
    switch (kind) {
      case "check":
        return d("checked", { reason: reason && t.has(reason as Attention) ? t(reason as Attention) : "" });
      case "close":
        return d("closed");
      case "give-token":
        return d("gaveToken", { token: token ?? "" });
      case "join":
        return d("joined", { session: String(session ?? "") });
    }
  };
}
