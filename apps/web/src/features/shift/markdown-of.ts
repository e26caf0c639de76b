/** A handover as it is said, section by section; whoever shows it brings the words. */
export interface HandoverText {
  title: string;
  notes: string;
  sections: readonly { title: string; lines: readonly string[]; none: string }[];
}

/** The same as Markdown, for a chat or a ticket. */
export function markdownOf({ title, notes, sections }: HandoverText): string {
  const parts = [
    `# ${title}`,
    ...(notes.trim() === "" ? [] : [notes.trim()]),
    ...sections.map(({ title: head, lines, none }) =>
      [`## ${head}`, ...(lines.length === 0 ? [none] : lines.map((line) => `- ${escaped(line)}`))].join("\n"),
    ),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** What a station calls itself must not become a heading, a link or an image. */
const escaped = (text: string) => text.replaceAll(/[\\`*_[\]<>#|]/g, "\\$&").replaceAll(/\s+/g, " ");
