import { type Exchange, readCapture } from "@chargehand/ocpp/capture";
import { subprotocols, type Version } from "@chargehand/ocpp/version";
import { connectRaw } from "./raw-client";
import { secretBytes } from "./wire/authorization";
import { parseFrame, resultText } from "./wire/frame";

export type ReplayOptions = {
  /** The gateway, without identity. */
  url: string;
  /** Whose part is played; the capture's own station when not said. */
  identity?: string;
  version?: Version;
  secret?: string;
  /** How much faster than it was; without it, as fast as answers come. */
  pace?: number;
  /** Is told each frame as it goes and comes. */
  onFrame?: (from: "station" | "us", text: string) => void;
  timeoutMs?: number;
};

export type Replayed = {
  /** Calls of the station, as they went. */
  sent: number;
  /** Those that were answered. */
  answered: number;
  /** Calls of the other side that were answered as they were then. */
  obliged: number;
};

/**
 * Plays the station's part of a capture: its calls go out in order, to the letter, each after the answer to the one
 * before; calls of the other side are answered as they were answered then. Only the number of a transaction, which the
 * other side makes in 1.6, is replaced by the one it gives now.
 */
export async function replay(text: string, options: ReplayOptions): Promise<Replayed> {
  const exchanges = inOrder(readCapture(text).exchanges);
  const first = exchanges.find(({ station }) => station !== undefined);
  const identity = options.identity ?? first?.station ?? "CS-9001";
  const version = options.version ?? exchanges.find((exchange) => exchange.version)?.version ?? "2.0.1";
  const { onFrame, pace, timeoutMs = 30_000 } = options;
  const replayed: Replayed = { sent: 0, answered: 0, obliged: 0 };
  const answers = recordedAnswers(exchanges);

  const client = await connectRaw({
    url: `${options.url.replace(/\/+$/u, "")}/${encodeURIComponent(identity)}`,
    protocols: [subprotocols[version]],
    basic:
      options.secret === undefined
        ? undefined
        : { user: identity, password: secretBytes(options.secret, "by-version", version) },
    onText(frameText) {
      onFrame?.("us", frameText);
      const frame = parseFrame(frameText);
      if (frame.type !== "call") return;
      const recorded = answers.get(frame.action)?.shift();
      const answer = withId(
        recorded ?? JSON.stringify([4, "", "NotSupported", "not part of this capture", {}]),
        frame.id,
      );
      if (recorded !== undefined) replayed.obliged += 1;
      onFrame?.("station", answer);
      client.send(answer);
    },
  });

  const numbers = new Map<string, string>();
  let before: Date | undefined;
  try {
    for (const exchange of exchanges.filter(({ from }) => from === "station")) {
      if (pace !== undefined && before && exchange.at) await pause((exchange.at.getTime() - before.getTime()) / pace);
      before = exchange.at;
      const call = renumbered(exchange.call, numbers);
      onFrame?.("station", call);
      client.send(call);
      replayed.sent += 1;
      const frame = parseFrame(call);
      if (frame.type !== "call") continue;
      const answer = await client.next({ fits: (said) => answersTo(frame.id, said), timeoutMs }).catch(() => undefined);
      if (answer === undefined) continue;
      replayed.answered += 1;
      learn(numbers, exchange.answer, answer);
    }
  } finally {
    client.close();
  }
  return replayed;
}

/** Oldest first, whichever way it was exported; as it stands where times are missing. */
function inOrder(exchanges: readonly Exchange[]): readonly Exchange[] {
  if (exchanges.some(({ at }) => at === undefined)) return exchanges;
  const isNewestFirst = (exchanges[0]?.at?.getTime() ?? 0) > (exchanges.at(-1)?.at?.getTime() ?? 0);
  const ordered = isNewestFirst ? exchanges.toReversed() : [...exchanges];
  return ordered.sort((one, other) => (one.at?.getTime() ?? 0) - (other.at?.getTime() ?? 0));
}

/** What the station answered then, by action, in order. */
function recordedAnswers(exchanges: readonly Exchange[]): Map<string, string[]> {
  const answers = new Map<string, string[]>();
  for (const { from, call, answer } of exchanges) {
    const frame = parseFrame(call);
    if (from !== "us" || answer === undefined || frame.type !== "call") continue;
    answers.set(frame.action, [...(answers.get(frame.action) ?? []), answer]);
  }
  return answers;
}

/** The same answer to a call of another name. */
function withId(answer: string, id: string): string {
  const frame = parseFrame(answer);
  if (frame.type === "result") return resultText(id, frame.payload);
  if (frame.type === "error") return JSON.stringify([4, id, frame.code, frame.description, frame.details]);
  return answer;
}

const transactionNumber = /"transactionId"\s*:\s*(\d+)/u;

/** A number that was given then, and the one that is given now. */
function learn(numbers: Map<string, string>, recorded: string | undefined, answer: string): void {
  const then = recorded && transactionNumber.exec(recorded)?.[1];
  const now = transactionNumber.exec(answer)?.[1];
  if (then && now && then !== now) numbers.set(then, now);
}

const renumbered = (call: string, numbers: ReadonlyMap<string, string>): string =>
  call.replace(transactionNumber, (whole, number: string) => whole.replace(number, numbers.get(number) ?? number));

function answersTo(id: string, text: string): boolean {
  const frame = parseFrame(text);
  return (frame.type === "result" || frame.type === "error") && frame.id === id;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
