import { z } from "zod";
import type { Controls } from "../../charger/controls";
import type { Answer, Command } from "../../dialects/command";
import { accepted2, define2, rejected2 } from "../../dialects/ocpp2/define";
import { placeOfTransaction } from "../../dialects/ocpp2/running";
import { isEnabled } from "../../dialects/ocpp2/variable";
import type { Message } from "../../wire/outbox";
import { formats, languages, states } from "./display";
import { type DisplayMessage, displayMessage, priorities, toldOf } from "./message";

/** Messages on the display (2.x, block O). */
export const displayCommands2 = {
  SetDisplayMessage: define2(z.object({ message: displayMessage }), ({ message }, controls) => {
    const refusal = refusalOf(message, controls);
    if (refusal) return refusal;
    const { messageExtra: _, ...plain } = message;
    const outcome = controls.blocks.display.set(controls.version === "2.1" ? message : plain);
    return outcome === "full" ? rejected2("NoSpace") : accepted2();
  }),

  GetDisplayMessages: define2(
    z.object({
      requestId: z.int(),
      id: z.array(z.int()).optional(),
      priority: z.enum(priorities).optional(),
      state: displayMessage.shape.state,
    }),
    ({ requestId, ...filter }, { blocks, post }) => {
      const found = blocks.display.find(filter);
      if (found.length === 0) return { result: { status: "Unknown" } };
      return accepted2(() => {
        for (const part of displayReport(requestId, found)) post(part);
      });
    },
    { status: "Unknown" },
  ),

  ClearDisplayMessage: define2(
    z.object({ id: z.int() }),
    ({ id }, { blocks }) => ({ result: { status: blocks.display.clear(id) ? "Accepted" : "Unknown" } }),
    { status: "Unknown" },
  ),
} satisfies Record<string, Command>;

/** Messages in several parts; the last one says so. */
export function displayReport(requestId: number, messages: DisplayMessage[]): Message[] {
  const count = Math.max(1, Math.ceil(messages.length / messagesPerPart));
  return Array.from({ length: count }, (_, index) => {
    const part = messages.slice(index * messagesPerPart, (index + 1) * messagesPerPart).map(toldOf);
    return {
      action: "NotifyDisplayMessages",
      urgent: true,
      build: () => ({ requestId, tbc: index < count - 1, ...(part.length > 0 && { messageInfo: part }) }),
    };
  });
}

const messagesPerPart = 8;

function refusalOf({ message, messageExtra = [], state, transactionId }: DisplayMessage, controls: Controls) {
  const { charger, version } = controls;
  const texts = [message, ...messageExtra];
  if (!isEnabled(controls, "DisplayMessageCtrlr")) return rejected2("NotEnabled");
  if (texts.some(({ format }) => !includes(formats, format))) return status("NotSupportedMessageFormat");
  if (state !== undefined && !includes(states, state)) return status("NotSupportedState");
  if (transactionId !== undefined && !placeOfTransaction(charger, transactionId)) {
    return status("UnknownTransaction");
  }
  // 2.0.1 has no word for a language the display cannot show: it shows the text as it is.
  const foreign = texts.some(({ language = "en" }) => !includes(languages, language.split("-")[0]?.toLowerCase()));
  return version === "2.1" && foreign ? status("LanguageNotSupported") : undefined;
}

function status(word: string): Answer {
  return { result: { status: word } };
}

function includes(words: readonly string[], word: string | undefined): boolean {
  return word !== undefined && words.includes(word);
}
