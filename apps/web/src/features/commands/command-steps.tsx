"use client";

import { ClockTime } from "@/components/clock-time";
import { Countdown } from "@/components/countdown";
import { Glyph } from "@/components/glyph";
import { type CommandView, commandState } from "./command-view";
import { useCommandWords } from "./command-words";
import { FurtherSteps } from "./further-steps";
import { glyphOf } from "./stages";

/** A command's state in two lines, for a connector's card. */
export function CommandSteps({ command }: { command: CommandView }) {
  const words = useCommandWords();
  const state = commandState(command);
  return (
    <div className="flex flex-col gap-0.5">
      {command.answeredAt && (
        <p className="flex items-center gap-2">
          <Glyph name="confirmed" size={14} />
          {words.state("answered")}
          <ClockTime at={command.answeredAt} className="ml-auto text-ink-2" />
        </p>
      )}
      <p className="flex items-center gap-2 font-value max-md:items-start">
        <Glyph name={glyphOf[state]} size={14} className="max-md:mt-0.5" />
        <span className="min-w-0 truncate max-md:whitespace-normal">{words.reason(command, state)}</span>
        {state === "proving" && command.deadline && <Countdown until={command.deadline} className="ml-auto" />}
      </p>
      <FurtherSteps command={command} />
    </div>
  );
}
