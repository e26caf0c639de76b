import type { SentAction } from "@chargehand/ocpp/messages";
import type { Answer } from "../dialects/command";
import type { JsonObject } from "../json";
import type { Ledger } from "../ledger";
import type { Clock } from "../time/clock";
import { concerns, type Faults } from "./faults";
import { callText, errorText, parseFrame, resultText, sendText } from "./frame";
import type { Line } from "./line";
import type { Letter } from "./outbox";
import type { Outcome } from "./outcome";

export type ConversationOptions = {
  /** Time-outs and slow answers are counted on this one. */
  clock: Clock;
  stationNow(): number;
  ledger: Ledger;
  faults: Faults;
  newId(): string;
  timeoutMs(): number;
  answer(action: string, payload: JsonObject): Answer;
};

type Waiting = { id: string; settle(outcome: Outcome): void };

/** Calls and answers over whatever line there is: one call of ours at a time, theirs answered meanwhile. */
export class Conversation {
  #options: ConversationOptions;
  #line: Line | undefined;
  #waiting: Waiting | undefined;
  #unanswered = 0;

  constructor(options: ConversationOptions) {
    this.#options = options;
  }

  begin(line: Line): void {
    this.#line = line;
    this.#unanswered = 0;
  }

  end(): void {
    this.#line = undefined;
    this.#waiting?.settle({ type: "line-down" });
  }

  transmit(letter: Letter, done: (outcome: Outcome) => void): void {
    const { clock, ledger, newId, stationNow, timeoutMs } = this.#options;
    letter.id ??= newId();
    letter.payload ??= letter.build(letter.offline);
    const { id, action, payload, fact } = letter;
    const line = { id, action, payload, fact };
    const sent = { kind: "sent", ...line, attempt: letter.attempt, offline: letter.offline } as const;

    if (neverAnswered.has(action)) {
      ledger.note(stationNow(), sent);
      this.#line?.send(sendText(id, action, payload));
      done({ type: "sent" });
      return;
    }
    const settle = (outcome: Outcome): void => {
      if (this.#waiting?.id !== id) return;
      this.#waiting = undefined;
      cancel();
      if (outcome.type === "result")
        ledger.note(stationNow(), { kind: "acknowledged", ...line, answer: outcome.payload });
      else if (outcome.type === "error") {
        const { code, description } = outcome;
        ledger.note(stationNow(), { kind: "errored", ...line, code, description });
      } else {
        const cause = outcome.type === "timeout" ? "timeout" : "line-down";
        ledger.note(stationNow(), { kind: "unanswered", ...line, cause });
      }
      done(outcome);
    };
    this.#waiting = { id, settle };
    const cancel = clock.after(timeoutMs(), () => settle({ type: "timeout" }));
    ledger.note(stationNow(), sent);
    this.#line?.send(callText(id, action, payload));
  }

  receive(text: string): void {
    const frame = parseFrame(text);
    if (frame.type === "call") this.#answer(frame.id, frame.action, frame.payload);
    else if (frame.type !== "stray" && this.#waiting?.id === frame.id) this.#waiting.settle(frame);
    else this.#options.ledger.note(this.#options.stationNow(), { kind: "stray", text });
  }

  #answer(id: string, action: string, payload: JsonObject): void {
    const { clock, faults, ledger, stationNow } = this.#options;
    if (this.#unanswered > 0) ledger.overlaps += 1;
    this.#unanswered += 1;
    ledger.note(stationNow(), { kind: "received", id, action, payload });
    if (concerns(faults.neverAnswer, action)) return;

    const line = this.#line;
    if (faults.slowAnswers > 0) clock.after(faults.slowAnswers, () => this.#reply(line, id, action, payload));
    else this.#reply(line, id, action, payload);
  }

  #reply(line: Line | undefined, id: string, action: string, payload: JsonObject): void {
    if (!line || line !== this.#line) return;
    const { ledger, stationNow } = this.#options;
    const answer = this.#options.answer(action, payload);
    this.#unanswered -= 1;
    if ("error" in answer) {
      line.send(errorText(id, answer.error, answer.description));
      ledger.note(stationNow(), { kind: "answered-error", id, action, code: answer.error });
      return;
    }
    line.send(resultText(id, answer.result));
    ledger.note(stationNow(), { kind: "answered", id, action, answer: answer.result });
    answer.afterwards?.();
  }
}

const neverAnswered: ReadonlySet<string> = new Set<SentAction<"2.1">>(["NotifyPeriodicEventStream"]);
