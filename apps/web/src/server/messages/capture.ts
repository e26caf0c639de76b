import { readCapture } from "@chargehand/ocpp/capture";
import { z } from "zod";
import type { MessageDetail } from "../../features/messages/message-view";
import { explained } from "./detail";
import { withoutSecretValues } from "./mask";
import { whatItSays, whatTheAnswerSays } from "./what-it-says";

export const messageCapture = z.object({ text: z.string().max(20_000_000, "This capture is larger than 20 MB.") });

const most = 5_000;

/** A capture as a conversation, newest first. It is read and explained, and nothing of it is kept. */
export async function readMessages({ text }: z.output<typeof messageCapture>) {
  const { exchanges, unread } = readCapture(text);
  const begin = Date.now();
  const messages = await Promise.all(
    exchanges.slice(0, most).map(async (exchange, index): Promise<MessageDetail> => {
      const { at, answeredAt, station, version, from } = exchange;
      const parts = partsOf(exchange.call);
      const call = withoutSecretValues(exchange.call);
      const reply = exchange.answer === undefined ? undefined : withoutSecretValues(exchange.answer);
      const answer = reply === undefined ? [] : partsOf(reply);
      const action = typeof parts[2] === "string" ? parts[2] : null;
      return {
        id: `capture-${index}`,
        // Without times, its order is all that is known.
        at: at ?? new Date(begin + index),
        station: station ?? "",
        from,
        messageId: typeof parts[1] === "string" ? parts[1] : undefined,
        action: action ?? "–",
        says: whatItSays(action, call),
        latencyMs: at && answeredAt ? answeredAt.getTime() - at.getTime() : undefined,
        verdict: reply === undefined ? "no-answer" : answer[0] === 4 ? "error" : "ok",
        answer: reply === undefined ? undefined : whatTheAnswerSays(reply),
        version,
        call,
        reply,
        ...(await explained(version, action, { call, reply })),
      };
    }),
  );
  return {
    messages: messages.toSorted((one, other) => other.at.getTime() - one.at.getTime()),
    unread: unread.length,
    left: Math.max(0, exchanges.length - most),
  };
}

function partsOf(frame: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(frame);
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
