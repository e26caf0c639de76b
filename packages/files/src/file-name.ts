/** The last part of what somebody calls a file, as it may be shown; never used as a path. */
export function safeName(name: string | undefined): string | undefined {
  const last = (name ?? "").split(/[/\\]/).findLast((part) => part !== "") ?? "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be taken out
  const clean = last.replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069"]/g, "").trim();
  return clean === "" || clean === "." || clean === ".." ? undefined : clean.slice(0, 200);
}
