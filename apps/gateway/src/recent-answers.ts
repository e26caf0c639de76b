/** The last few answers of a connection, for a station that sends the very same message again. */
export interface RecentAnswers {
  answerTo(message: string): string | undefined;
  keep(message: string, answer: string): void;
}

const kept = 2;
const longestKept = 8192;

/** Remembers little, because every connection has one; a longer message is simply decided again. */
export function createRecentAnswers(): RecentAnswers {
  let answered: { message: string; answer: string }[] = [];
  return {
    answerTo: (message) => answered.find((earlier) => earlier.message === message)?.answer,
    keep(message, answer) {
      if (message.length <= longestKept) answered = [...answered.slice(1 - kept), { message, answer }];
    },
  };
}
