"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Glyph, type GlyphName } from "@/components/glyph";
import { useDuration } from "@/components/use-duration";
import { useRemedyWords } from "../refusals/remedy-words";
import { type CommissioningFacts, checklistOf, type Standing, type Step, standingRefusal } from "./checklist";

/** The list that turns by itself while the station arrives. */
export function ChecklistView({
  facts,
  action,
}: {
  facts: CommissioningFacts /** What begins the test. */;
  action?: ReactNode;
}) {
  const t = useTranslations("commissioning");
  const told = useTold(facts);
  const list = checklistOf(facts);
  return (
    <ol aria-label={t("checklist")} className="flex flex-col">
      {list.map(({ step, standing }) => (
        <li
          key={step}
          data-standing={standing}
          aria-current={standing === "next" ? "step" : undefined}
          className="flex min-h-9 items-start gap-2 border-line border-b py-2"
        >
          <Glyph name={glyphs[standing]} label={t(`standing.${standing}`)} className="mt-0.5" />
          <div className="min-w-0 flex-1">
            <p className={standing === "waiting" ? "text-ink-3" : "font-value"}>{t(`step.${step}`)}</p>
            {(standing === "done" || standing === "wrong") && <p className="text-ink-2">{told[step]()}</p>}
            {standing === "next" && <p className="text-ink-2">{t(`waiting.${step}`)}</p>}
          </div>
          {step === "charge" && standing === "next" && action}
        </li>
      ))}
    </ol>
  );
}

const glyphs = {
  done: "confirmed",
  next: "proving",
  waiting: "step-next",
  wrong: "failed",
} as const satisfies Record<Standing, GlyphName>;

/** What shows that a step came true, or what is wrong about it. */
function useTold(facts: CommissioningFacts): Record<Step, () => string> {
  const t = useTranslations("commissioning.told");
  const format = useFormatter();
  const duration = useDuration();
  const remedy = useRemedyWords();
  const refused = standingRefusal(facts);
  const { connection, connectors, session } = facts;
  const lastTry = facts.refusals[0];
  return {
    seen: () => {
      const at = connection?.openedAt ?? lastTry?.at;
      const from = connection?.remoteAddress ?? lastTry?.remoteAddress ?? "";
      return at ? t("seen", { time: format.dateTime(at, "seconds"), address: from }) : "";
    },
    known: () =>
      refused && refused.reason !== "subprotocol" && refused.reason !== "no-subprotocol"
        ? remedy(refused)
        : t(facts.passwordless ? "open" : "password"),
    version: () => (refused ? remedy(refused) : t("version", { version: facts.version ?? "" })),
    booted: () =>
      facts.registration === "rejected"
        ? t("bootRejected")
        : t("booted", { vendor: facts.vendor ?? "", model: facts.model ?? "" }),
    clock: () => {
      const skew = facts.clockSkewMs ?? 0;
      const off = duration(Math.abs(skew));
      if (Math.abs(skew) < 1_000) return t("clockRight");
      return t(skew > 0 ? "clockAhead" : "clockBehind", { off });
    },
    connectors: () => t("connectors", { count: connectors.length }),
    status: () => {
      const broken = connectors.find(({ status }) => status === "faulted");
      return broken ? t("faulted", { evse: broken.evse, code: broken.errorCode ?? "" }) : t("status");
    },
    charge: () =>
      t("charge", { energy: format.number((session?.energyWh ?? 0) / 1_000, { maximumFractionDigits: 2 }) }),
  };
}
