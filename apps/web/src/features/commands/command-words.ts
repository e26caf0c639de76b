import type { Command } from "@chargehand/domain/command";
import { useTranslations } from "next-intl";
import type { CommandState, CommandView } from "./command-view";

/** Says commands in words: what was told, what would prove it, and what became of it. */
export function useCommandWords() {
  const t = useTranslations("command");

  function title({ command, place }: Pick<CommandView, "command" | "place">) {
    return t(`title.${titleKey(command)}`, {
      place: place ?? "",
      hasPlace: place ? "yes" : "no",
      count: writes(command),
      what: asked(command),
      name: command.type === "write-variables" ? (command.writes[0]?.variable.name ?? "") : "",
    });
  }

  function asked(command: Command) {
    if (command.type === "raw") return command.action;
    if (command.type === "data-transfer") return command.message ?? command.vendor;
    return command.type === "trigger" ? t(`ask.${command.message}`) : "";
  }

  /** One sentence: what is awaited, or why it ended. */
  function reason(view: CommandView, state: CommandState): string {
    if (state === "confirmed" || state === "unproven") return view.evidence?.text ?? t(`reason.${state}`);
    if (state === "proving") return t(`proof.${view.command.type}`, { place: view.place ?? "" });
    if (state === "queued" && view.command.type === "reset" && view.command.when === "idle") return t("waitsForIdle");
    if (state === "queued" && view.behind) return t("behind", { what: t(`kind.${view.behind.type}`) });
    if (view.answerDetail && state !== "sent" && state !== "queued") return view.answerDetail;
    return t(`reason.${state}`);
  }

  return { title, reason, state: (state: CommandState) => t(`state.${state}`) };
}

function titleKey(command: Command) {
  switch (command.type) {
    case "set-availability":
      return command.operative ? "into-service" : "out-of-service";
    case "reset":
      return `reset-${command.when}` as const;
    default:
      return command.type;
  }
}

const writes = (command: Command) => {
  if (command.type === "send-local-list") return command.lines.length;
  if (command.type === "write-variables") return command.writes.length;
  return command.type === "read-variables" ? (command.variables?.length ?? 0) : 0;
};
