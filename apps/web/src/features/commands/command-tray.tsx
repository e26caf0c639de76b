"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Countdown } from "@/components/countdown";
import { Glyph } from "@/components/glyph";
import { latePart } from "@/components/late-part";
import { TextLink } from "@/components/text-link";
import { addresses } from "../addresses";
import type { CommandActions } from "./command-row";
import { type CommandState, type CommandView, commandState, isSettled, wantsPerson } from "./command-view";
import { useCommandWords } from "./command-words";

/** The life of every command I gave, at the foot of every page. Newest first; those that need me come before. */
export function CommandTray({
  commands,
  opensWith = 0,
  ...actions
}: {
  commands: readonly CommandView[];
  /** It opens by itself when this grows. */
  opensWith?: number;
} & CommandActions) {
  const t = useTranslations("tray");
  const [isOpen, setOpen] = useState(false);
  const [opened, setOpened] = useState(opensWith);
  if (opened !== opensWith) {
    setOpened(opensWith);
    setOpen(true);
  }

  return (
    <section aria-label={t("title")} className="border-line border-t bg-raised">
      <header className="flex h-(--tray) max-md:h-11 items-center gap-5 whitespace-nowrap px-5 text-12 max-md:gap-3 max-md:px-4">
        <h2 className="text-12 max-md:sr-only">{t("title")}</h2>
        <Summary commands={commands} />
        <span className="ml-auto flex items-center gap-3">
          {isOpen && <TextLink href={addresses.commands}>{t("all")}</TextLink>}
          <Button
            look="bare"
            size="row"
            aria-expanded={isOpen}
            isDisabled={commands.length === 0}
            onPress={() => setOpen(!isOpen)}
          >
            {t(isOpen ? "hide" : "show")}
          </Button>
        </span>
      </header>
      {isOpen && (
        <div className="max-h-[min(236px,40vh)] overflow-auto border-line border-t">
          {inOrder(commands).map((command) => (
            <CommandRow key={command.id} command={command} {...actions} />
          ))}
        </div>
      )}
      <Announcer commands={commands} />
    </section>
  );
}

/** Behind a button on every page, so its script is not the first that a page waits for. */
const CommandRow = latePart(
  () => import("./command-row").then((part) => part.CommandRow),
  () => <div className="h-14 border-line border-b" />,
);

function Summary({ commands }: { commands: readonly CommandView[] }) {
  const t = useTranslations("tray");
  const states = commands.map((command) => ({ command, state: commandState(command) }));
  const count = (holds: (state: CommandState) => boolean) => states.filter(({ state }) => holds(state)).length;
  const underway = states.filter(({ state }) => !isSettled(state));
  const unproven = count(wantsPerson);
  const refused = count((state) => state === "rejected" || state === "unsupported" || state === "error");
  const confirmed = count((state) => state === "confirmed");
  const next = underway
    .flatMap(({ command }) => command.deadline ?? [])
    .sort((one, other) => one.getTime() - other.getTime())[0];

  if (commands.length === 0) return <span className="text-ink-3">{t("none")}</span>;
  return (
    <>
      {underway.length > 0 && (
        <span className="inline-flex items-center gap-1.5">
          <Glyph name="proving" size={14} />
          {t("underway", { count: underway.length })}
          {next && <Countdown until={next} className="text-ink-3 max-md:hidden" />}
        </span>
      )}
      {unproven > 0 && (
        <span className="inline-flex items-center gap-1.5">
          <Glyph name="unproven" size={14} />
          {t("unproven", { count: unproven })}
        </span>
      )}
      {refused > 0 && (
        <span className="inline-flex items-center gap-1.5 max-md:hidden">
          <Glyph name="failed" size={14} />
          {t("refused", { count: refused })}
        </span>
      )}
      {confirmed > 0 && (
        <span className="inline-flex items-center gap-1.5 max-md:hidden">
          <Glyph name="confirmed" size={14} />
          {t("confirmed", { count: confirmed })}
        </span>
      )}
    </>
  );
}

/** Says aloud what was answered, confirmed or left unproven, and nothing else. */
function Announcer({ commands }: { commands: readonly CommandView[] }) {
  const t = useTranslations("tray");
  const words = useCommandWords();
  const [newest] = inTimeOfChange(commands);
  const state = newest && commandState(newest);
  const isWorthSaying = state === "answered" || state === "confirmed" || (state !== undefined && wantsPerson(state));
  return (
    <p aria-live={state === "rejected" ? "assertive" : "polite"} className="sr-only">
      {newest && state && (isWorthSaying || state === "rejected")
        ? t("spoken", { title: words.title(newest), station: newest.station, state: words.state(state) })
        : ""}
    </p>
  );
}

const lastChange = ({ confirmedAt, unprovenAt, answeredAt, sentAt, createdAt }: CommandView) =>
  (confirmedAt ?? unprovenAt ?? answeredAt ?? sentAt ?? createdAt).getTime();

const inTimeOfChange = (commands: readonly CommandView[]) =>
  [...commands].sort((one, other) => lastChange(other) - lastChange(one));

/** What is going on, then what needs a person, then the rest; newest first in each. */
function inOrder(commands: readonly CommandView[]) {
  const rank = (command: CommandView) => {
    const state = commandState(command);
    return isSettled(state) ? (wantsPerson(state) ? 1 : 2) : 0;
  };
  return inTimeOfChange(commands).sort((one, other) => rank(one) - rank(other));
}
