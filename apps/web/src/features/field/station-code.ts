/** The station that a code on a sticker means: its bare name, or the end of an address of ours or of its own. */
export function stationIn(code: string): string {
  const text = code.trim();
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return text;
  const [path = ""] = text.split(/[?#]/);
  const last = path.split("/").findLast((part) => part !== "") ?? text;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
