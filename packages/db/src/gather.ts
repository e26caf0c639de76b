import { setTimeout as pause } from "node:timers/promises";
import { remedyFor } from "./journal-failure";

/**
 * After a lot, what comes in this time is asked together: the first of a lull waits for nothing, and a busy gateway asks
 * some dozens of times a second rather than hundreds.
 */
const betweenLotsMs = 20;

/**
 * Asks together what was asked one by one: all questions of one turn of the event loop, and then all that came while
 * the last lot was under way. A question that spoils its lot is asked again apart from the others.
 */
export function gather<Question, Answer>(
  ask: (questions: readonly Question[]) => Promise<readonly Answer[]>,
  most = 200,
): (question: Question) => Promise<Answer> {
  let waiting: Pending<Question, Answer>[] = [];
  let running = false;

  async function run() {
    await new Promise(setImmediate);
    while (waiting.length > 0) {
      const lot = waiting.slice(0, most);
      waiting = waiting.slice(most);
      await settle(lot, ask);
      await pause(betweenLotsMs);
    }
    running = false;
  }

  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      if (running) return;
      running = true;
      void run();
    });
}

interface Pending<Question, Answer> {
  question: Question;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

async function settle<Question, Answer>(
  lot: readonly Pending<Question, Answer>[],
  ask: (questions: readonly Question[]) => Promise<readonly Answer[]>,
) {
  try {
    const answers = await ask(lot.map(({ question }) => question));
    for (const [index, answer] of answers.entries()) lot[index]?.resolve(answer);
  } catch (error) {
    // Only a question that the database refuses is worth asking again without its neighbours.
    if (lot.length > 1 && remedyFor(error) === "refused") for (const each of lot) await settle([each], ask);
    else for (const { reject } of lot) reject(error);
  }
}
