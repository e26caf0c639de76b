"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useClock } from "@/components/clock";
import { cx } from "@/components/cx";
import { Glyph } from "@/components/glyph";
import { useDuration } from "@/components/use-duration";
import type { CommandView } from "./command-view";
import { type Stage, stages } from "./stages";

/** A command's life on one line of six fixed columns: solid where it went, dashed where it may still go. On a phone a list. */
export function LifecycleLine({ command }: { command: CommandView }) {
  const t = useTranslations("command");
  const line = stages(command);
  return (
    <ol aria-label={t("life")} className="grid grid-cols-6 max-md:grid-cols-1">
      {line.map((stage, index) => (
        <li
          key={stage.step}
          className={cx("min-w-0", stage.is === "left-out" ? "max-md:hidden" : "max-md:flex max-md:gap-2")}
          aria-current={stage.is === "now" ? "step" : undefined}
        >
          {stage.is !== "left-out" && (
            <Column stage={stage} before={line[index - 1]} after={line[index + 1]} command={command} />
          )}
        </li>
      ))}
    </ol>
  );
}

interface ColumnProps {
  stage: Stage;
  before?: Stage;
  after?: Stage;
  command: CommandView;
}

function Column({ stage, before, after, command }: ColumnProps) {
  const t = useTranslations("command");
  return (
    <>
      <span className="flex items-center gap-2 pr-2 max-md:shrink-0 max-md:pr-0">
        <Glyph name={stage.glyph} size={14} />
        {after && after.is !== "left-out" && (
          <span
            aria-hidden="true"
            className={cx(
              "h-0 flex-1 border-t max-md:hidden",
              stage.is === "passed" ? "border-edge" : "border-edge border-dashed",
            )}
          />
        )}
      </span>
      <span
        className={cx(
          "block truncate text-12 max-md:shrink-0",
          stage.is === "now" ? "font-title text-ink" : stage.is === "passed" ? "text-ink-2" : "text-ink-3",
        )}
      >
        {t(`state.${stage.word}`)}
      </span>
      <StageTime stage={stage} before={before} command={command} />
    </>
  );
}

/** When, or how long after the step before; for what is going on, how long so far. */
function StageTime({ stage, before, command }: ColumnProps) {
  const t = useTranslations("command");
  const format = useFormatter();
  const speak = useDuration();
  const soFar = useClock((now) =>
    stage.is === "now" && stage.step === "proving" && command.proof === "waiting" && stage.at
      ? t("soFar", { age: speak(now - stage.at.getTime()) })
      : undefined,
  );
  return <span className="block truncate text-12 text-ink-3 max-md:min-w-0">{soFar ?? text()}</span>;

  function text() {
    if (!stage.at) return stage.step === "confirmed" && command.proof === "unproven" ? t("lateCounts") : "";
    if (stage.step === "held" && command.heldUntil) {
      return speak(command.heldUntil.getTime() - command.createdAt.getTime());
    }
    const sent = stage.step === "answered" && before?.step === "sent" ? before.at : undefined;
    if (sent) return t("after", { ms: stage.at.getTime() - sent.getTime() });
    return format.dateTime(stage.at, "seconds");
  }
}
