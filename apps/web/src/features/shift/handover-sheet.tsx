import type { HandoverText } from "./markdown-of";

/** The handover as it is read, and as it is printed: one sheet of A4. */
export function HandoverSheet({ text: { title, notes, sections } }: { text: HandoverText }) {
  return (
    <article aria-label={title} className="flex flex-col gap-4 print:gap-2 print:text-[9pt] print:leading-snug">
      <h2 className="text-14">{title}</h2>
      {notes.trim() !== "" && <p className="max-w-text whitespace-pre-wrap">{notes}</p>}
      {sections.map(({ title: head, lines, none }) => (
        <section key={head} className="print:break-inside-avoid-page">
          <h3 className="border-line-strong border-b pb-0.5 text-13">{head}</h3>
          {lines.length === 0 ? (
            <p className="py-1 text-ink-2">{none}</p>
          ) : (
            <ul>
              {lines.map((line) => (
                <li key={line} className="border-line border-b py-1 print:py-px">
                  {line}
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </article>
  );
}
