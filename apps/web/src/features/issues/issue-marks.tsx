"use client";

import type { IssueKind, Severity } from "@chargehand/domain/issues/issue";
import { useTranslations } from "next-intl";
import { Glyph, type GlyphName } from "@/components/glyph";
import { Pill } from "@/components/pill";
import { useDated } from "@/components/use-dated";
import type { IssueRow } from "@/server/issues/list";

const kindGlyphs = {
  fault: "faulted",
  offline: "offline",
  alert: "attention",
  security: "attention",
  unproven: "unproven",
  session: "attention",
  drift: "attention",
} as const satisfies Record<IssueKind, GlyphName>;

/** The mark of what kind an issue is, by which its severity is said in words. */
export function SeverityMark({ kind, severity }: { kind: IssueKind; severity: Severity }) {
  const t = useTranslations("issues");
  return (
    <span className="inline-flex items-center gap-1.5">
      <Glyph name={kindGlyphs[kind]} label={t(`kind.${kind}`)} />
      <span className={severity === "critical" ? "font-title text-fault-ink" : "text-ink-2"}>
        {t(`severity.${severity}`)}
      </span>
    </span>
  );
}

const stateGlyphs = {
  new: "step-next",
  acknowledged: "step-passed",
  recovering: "proving",
  watching: "queued",
  resolved: "confirmed",
  muted: "expired",
} as const satisfies Record<string, GlyphName>;

/** How far an issue is, in a word; whether it is muted stands before everything else. */
export function IssueState({ issue }: { issue: Pick<IssueRow, "state" | "mutedUntil"> }) {
  const t = useTranslations("issues");
  const dated = useDated();
  const { state, mutedUntil } = issue;
  const shown = mutedUntil && state !== "resolved" ? "muted" : state;
  return (
    <Pill
      look={shown === "new" ? "attn" : "plain"}
      mark={<Glyph name={stateGlyphs[shown]} size={14} />}
      note={shown === "muted" && mutedUntil ? t("until", { time: dated(mutedUntil) }) : undefined}
    >
      {t(`state.${shown}`)}
    </Pill>
  );
}
