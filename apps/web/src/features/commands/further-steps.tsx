import { useTranslations } from "next-intl";
import { TextLink } from "@/components/text-link";
import { addresses } from "../addresses";
import { type CommandView, commandState, isInVain } from "./command-view";

/** Where a session that did not end by a stop is dealt with. */
export function FurtherSteps({ command }: { command: CommandView }) {
  const t = useTranslations("command");
  const { sessionId } = command;
  if (command.command.type !== "stop" || sessionId === undefined || !isInVain(commandState(command))) return null;
  return <TextLink href={addresses.session(String(sessionId))}>{t("furtherSteps")}</TextLink>;
}
