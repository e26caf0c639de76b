"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { useClock } from "@/components/clock";
import { Countdown } from "@/components/countdown";
import { Glyph } from "@/components/glyph";
import { latePart } from "@/components/late-part";
import { RelativeTime } from "@/components/relative-time";
import { TextLink } from "@/components/text-link";
import { addresses } from "../addresses";
import { messageName } from "../messages/conversation";
import { type CommandView, commandState, isSettled, wantsPerson } from "./command-view";
import { useCommandWords } from "./command-words";
import { FurtherSteps } from "./further-steps";
import { LifecycleLine } from "./lifecycle-line";
import { glyphOf } from "./stages";
import { stillMatters } from "./still-matters";

/** What can still be done about a command from here. */
export interface CommandActions {
  onUndo?: (command: CommandView) => void;
  onTryAgain?: (command: CommandView) => void;
}

/** A command with its whole life: what, how far, why, and what is left. */
export function CommandRow({ command, onUndo, onTryAgain }: { command: CommandView } & CommandActions) {
  const t = useTranslations("command");
  const words = useCommandWords();
  const state = commandState(command);
  const isNews = useClock((now) => stillMatters(command, now));

  return (
    <article
      aria-label={words.title(command)}
      className="grid grid-cols-[minmax(150px,200px)_minmax(420px,1fr)_minmax(200px,340px)_112px] items-start gap-x-4 border-line border-b px-5 py-2 max-lg:grid-cols-[1fr_auto] max-md:px-4"
    >
      <header className="flex min-w-0 items-start gap-2">
        <Glyph name={glyphOf[state]} className="mt-0.5" />
        <span className="min-w-0">
          <span className="block truncate font-value">{words.title(command)}</span>
          <TextLink isMono href={addresses.station(command.station)}>
            {command.station}
          </TextLink>
        </span>
      </header>
      <div className="max-lg:order-last max-lg:col-span-2 max-lg:pt-2">
        <LifecycleLine command={command} />
        {isNews && command.command.type === "start" && <StartStepsLive command={command} />}
      </div>
      <div className="min-w-0 max-lg:order-3 max-lg:col-span-2 max-lg:pl-6">
        <p>{words.reason(command, state)}</p>
        <Took command={command} />
        {isNews && <WayBack command={command} />}
        {isNews && <FurtherSteps command={command} />}
        <p className="text-12 text-ink-3">
          {command.evidence?.frameId ? (
            <TextLink isMono href={addresses.message(command.evidence.frameId)}>
              {t("frame", { id: messageName(command.evidence.frameId) })}
            </TextLink>
          ) : (
            t("by", { name: command.by })
          )}
        </p>
      </div>
      <div className="text-right max-lg:order-2">
        <Aside command={command} onUndo={onUndo} onTryAgain={onTryAgain} />
      </div>
    </article>
  );
}

/** How long a restart took, beside what is usual. */
function Took({ command: { command, confirmedAt, answeredAt, sentAt, usualSeconds } }: { command: CommandView }) {
  const t = useTranslations("command");
  const from = answeredAt ?? sentAt;
  if (command.type !== "reset" || !confirmedAt || !from) return null;
  const seconds = Math.round((confirmedAt.getTime() - from.getTime()) / 1_000);
  return (
    <p className="text-12 text-ink-2">
      {t("took", { seconds })} {usualSeconds !== undefined && t("usual", { seconds: usualSeconds })}
    </p>
  );
}

/** Once what interrupts drivers has left us, the truth about it. */
function WayBack({ command: { command, delivery } }: { command: CommandView }) {
  const t = useTranslations("command.wayBack");
  if (delivery !== "sent" && delivery !== "in-doubt") return null;
  if (command.type === "set-availability")
    return command.operative ? null : <p className="text-12 text-ink-2">{t(command.type)}</p>;
  if (command.type !== "reset" && command.type !== "stop" && command.type !== "unlock") return null;
  return <p className="text-12 text-ink-2">{t(command.type)}</p>;
}

function Aside({ command, onUndo, onTryAgain }: { command: CommandView } & CommandActions) {
  const t = useTranslations("command");
  const state = commandState(command);
  if (state === "held" && onUndo) {
    return (
      <Button size="row" onPress={() => onUndo(command)}>
        {t("undo")} {command.heldUntil && <Countdown until={command.heldUntil} className="font-regular text-ink-3" />}
      </Button>
    );
  }
  if (state === "queued" && onUndo) {
    return (
      <Button size="row" onPress={() => onUndo(command)}>
        {t("takeBack")}
      </Button>
    );
  }
  if ((wantsPerson(state) || state === "expired") && onTryAgain) {
    return (
      <Button size="row" onPress={() => onTryAgain(command)}>
        {t("tryAgain")}
      </Button>
    );
  }
  if (!isSettled(state) && command.deadline) {
    return (
      <p className="whitespace-nowrap font-title">
        <Countdown until={command.deadline} /> <span className="font-regular text-12 text-ink-3">{t("left")}</span>
      </p>
    );
  }
  const last = command.confirmedAt ?? command.unprovenAt ?? command.answeredAt ?? command.createdAt;
  return (
    <p className="whitespace-nowrap text-12 text-ink-3">{t.rich("ago", { age: () => <RelativeTime at={last} /> })}</p>
  );
}

/** Only of a start, and while it is news: the shell goes without. */
const StartStepsLive = latePart(() => import("./start-steps-live").then((module) => module.StartStepsLive));
