/** The last few answers of a connection, for a station that sends the very same message again. */
export interface RecentAnswers {
  answerTo(message: string): string | undefined;
  keep(message: string, answer: string): void;
}

interface Answered {
  message: string;
  answer: string;
}

const longestKept = 8192;

/** Remembers two, because every connection has one of these; a longer or older message is simply decided again. */
export function createRecentAnswers(): RecentAnswers {
  let last: Answered | undefined;
  let before: Answered | undefined;
  return {
    answerTo: (message) =>
      (last?.message === message ? last : before?.message === message ? before : undefined)?.answer,
    keep(message, answer) {
      if (message.length > longestKept) return;
      before = last;
      last = { message, answer };
    },
  };
}
