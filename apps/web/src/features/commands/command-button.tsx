"use client";

import type { LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { PressEvent } from "react-aria-components";
import { Button, type ButtonLook } from "@/components/button";
import { Countdown } from "@/components/countdown";
import { cx } from "@/components/cx";
import { Glyph } from "@/components/glyph";
import type { KeyId } from "@/components/keys/key-table";
import { RunningBar } from "@/components/running-bar";
import { type CommandView, commandState, wantsPerson } from "./command-view";
import { useCommandWords } from "./command-words";
import { glyphOf } from "./stages";

/**
 * The button that gives a command, and then becomes its state: nothing about it is only in a message that goes away.
 * `command` is the last one given here that still matters.
 */
export function CommandButton({
  label,
  Icon,
  shortcut,
  look,
  command,
  unavailable,
  isShort,
  isBig,
  onPress,
  onUndo,
}: {
  label: string;
  Icon: LucideIcon;
  shortcut?: KeyId;
  look?: ButtonLook;
  command?: CommandView;
  /** Why it cannot be given now, in few words. */
  unavailable?: string;
  /** In a narrow place: no mark, no key, and of a command only how it is. */
  isShort?: boolean;
  /** For a thumb: its words may take several lines. */
  isBig?: boolean;
  onPress: (event: PressEvent) => void;
  onUndo?: (command: CommandView) => void;
}) {
  const isHeld = command !== undefined && commandState(command) === "held" && onUndo !== undefined;
  const shape = cx(isBig && bigClasses, isShort && "flex-1");
  const size = isBig ? "big" : "normal";
  // One and the same button before and after, so that whoever pressed it still has the focus there.
  return command ? (
    <Button
      onPress={isHeld ? () => onUndo(command) : onPress}
      size={size}
      className={cx("relative overflow-hidden", shape, lookOf(command))}
    >
      <InFlight command={command} isShort={isShort} isHeld={isHeld} />
    </Button>
  ) : (
    <Button
      look={look}
      Icon={isShort ? undefined : Icon}
      shortcut={unavailable || isShort ? undefined : shortcut}
      isDisabled={unavailable !== undefined}
      onPress={onPress}
      size={size}
      className={shape}
    >
      {unavailable && !isShort ? `${label}, ${unavailable}` : label}
    </Button>
  );
}

const bigClasses =
  "h-auto! min-h-14 min-w-0 shrink flex-wrap gap-x-2 gap-y-0! whitespace-normal! px-2! py-1 text-center hyphens-auto";

function InFlight({ command, isShort, isHeld }: { command: CommandView; isShort?: boolean; isHeld: boolean }) {
  const t = useTranslations("command");
  const words = useCommandWords();
  const state = commandState(command);
  const window = runningWindow(command);
  return (
    <>
      <Glyph name={glyphOf[state]} />
      <span className={isShort ? "sr-only" : undefined}>{words.title(command)}</span>
      <span className={cx("font-regular", !wantsPerson(state) && "text-ink-2", isShort && window && "sr-only")}>
        {isHeld ? t("undo") : words.state(state).toLocaleLowerCase()}
      </span>
      {window && (
        <>
          <Countdown
            until={window.until}
            className={cx("font-title", !isShort && "border-line-strong border-l pl-2")}
          />
          <RunningBar from={window.from} until={window.until} className="absolute inset-x-0 bottom-0" />
        </>
      )}
    </>
  );
}

function lookOf(command: CommandView) {
  const state = commandState(command);
  return cx(
    runningWindow(command) && "border-ink! bg-raised",
    wantsPerson(state) && "border-attn-edge! bg-tint-attn text-attn-ink",
    state === "rejected" && "border-fault! text-fault-ink",
  );
}

/** The span of time that runs down now: until it leaves us, or until it should be proven. */
function runningWindow(command: CommandView) {
  const state = commandState(command);
  if (state === "held" && command.heldUntil) return { from: command.createdAt, until: command.heldUntil };
  if (state === "proving" && command.deadline) {
    return { from: command.answeredAt ?? command.createdAt, until: command.deadline };
  }
  return undefined;
}
