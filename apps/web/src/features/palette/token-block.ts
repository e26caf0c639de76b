/** Reads "block CAFE01" and "CAFE01 block": what is to be blocked; undefined where nothing of the kind was said. */
export function blockAsked(text: string, words: readonly string[]): string | undefined {
  const typed = text.trim().split(/\s+/);
  const isWord = (word: string | undefined) => word !== undefined && words.includes(word.toLowerCase());
  if (isWord(typed[0])) return typed.slice(1).join(" ");
  return typed.length > 1 && isWord(typed.at(-1)) ? typed.slice(0, -1).join(" ") : undefined;
}
