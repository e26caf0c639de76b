import { useTranslations } from "next-intl";
import { cx } from "@/components/cx";
import type { HandoverText } from "./markdown-of";

/** So many lines of a section are printed: a handover is one sheet of A4, and the rest is in the console. */
const mostPrinted = 6;

/** The handover as it is read, and as it is printed. */
export function HandoverSheet({ text: { title, notes, sections } }: { text: HandoverText }) {
  const t = useTranslations("shift");
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
              {lines.map((line, index) => (
                <li
                  key={line}
                  className={cx("border-line border-b py-1 print:py-px", index >= mostPrinted && "print:hidden")}
                >
                  {line}
                </li>
              ))}
            </ul>
          )}
          {lines.length > mostPrinted && (
            <p className="hidden text-ink-2 print:block">{t("notPrinted", { count: lines.length - mostPrinted })}</p>
          )}
        </section>
      ))}
    </article>
  );
}
