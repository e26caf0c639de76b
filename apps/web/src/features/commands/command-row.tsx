"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Countdown } from "@/components/countdown";
import { Glyph } from "@/components/glyph";
import { RelativeTime } from "@/components/relative-time";
import { TextLink } from "@/components/text-link";
import { addresses } from "../addresses";
import { messageName } from "../messages/conversation";
import { type CommandView, commandState, isSettled, wantsPerson } from "./command-view";
import { useCommandWords } from "./command-words";
import { LifecycleLine } from "./lifecycle-line";
import { glyphOf } from "./stages";

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
      </div>
      <div className="min-w-0 max-lg:order-3 max-lg:col-span-2 max-lg:pl-6">
        <p>{words.reason(command, state)}</p>
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
