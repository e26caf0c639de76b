"use client";

import { useTranslations } from "next-intl";
import { useId, useMemo, useRef } from "react";
import { cx } from "@/components/cx";
import { Breakable } from "./breakable";
import { type JsonText, placeOf, type Span, spanOf } from "./json-text";
import type { PayloadFault } from "./use-call-check";

/** The payload's text with its line numbers; what is wrong is marked where it stands, and said under it with its path. */
export function RawEditor({
  text,
  read,
  faults,
  onChange,
}: {
  text: string;
  read: JsonText;
  faults: readonly PayloadFault[];
  onChange: (text: string) => void;
}) {
  const t = useTranslations("expert");
  const input = useRef<HTMLTextAreaElement>(null);
  const faultsId = useId();
  const marks = useMemo(() => marksOf(text, read, faults), [text, read, faults]);
  const faulty = new Set(marks.map(({ line }) => line));
  const lines = text.split("\n").length;

  function show({ from, to }: Span) {
    input.current?.focus();
    input.current?.setSelectionRange(from, to);
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="mono grid min-h-64 flex-1 grid-cols-[auto_minmax(0,1fr)] overflow-auto rounded-1 border border-edge bg-canvas leading-5 has-focus:outline-2 has-focus:outline-focus has-focus:outline-offset-2">
        <div aria-hidden="true" className="sticky left-0 z-1 select-none bg-raised py-1 text-right text-ink-3">
          {Array.from({ length: lines }, (_, index) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: lines are their numbers.
              key={index}
              className={cx(
                "pr-2 pl-3",
                faulty.has(index + 1) &&
                  "bg-tint-fault font-value text-fault-ink shadow-[inset_3px_0_0_var(--st-fault)]",
              )}
            >
              {index + 1}
            </div>
          ))}
        </div>
        <div className="relative min-w-max">
          <pre aria-hidden="true" className="mono min-h-63 px-2 py-1 pr-8 text-transparent leading-5">
            <Marked text={text} marks={marks} />
            {"\n"}
          </pre>
          <textarea
            ref={input}
            aria-label={t("raw.label")}
            aria-invalid={marks.length > 0}
            aria-describedby={faultsId}
            value={text}
            onChange={(event) => onChange(event.target.value)}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            wrap="off"
            className="mono absolute inset-0 resize-none overflow-hidden bg-transparent px-2 py-1 text-ink leading-5 outline-none"
          />
        </div>
      </div>
      <ul id={faultsId} className="flex flex-col" aria-live="polite">
        {marks.map(({ path, text: message, line, column, span }) => (
          <li key={`${path} ${message}`} data-fault className="border-line border-b">
            <button
              type="button"
              onClick={() => show(span)}
              className="-outline-offset-2 flex w-full flex-wrap items-baseline gap-x-3 px-2 py-1 text-left hover:bg-hover max-md:py-2.5"
            >
              <span className="mono min-w-0 break-words font-value text-fault-ink">
                <Breakable name={path} />
              </span>
              <span>{message}</span>
              <span className="ml-auto text-12 text-ink-3">{t("raw.place", { line, column })}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface Mark extends PayloadFault {
  span: Span;
  line: number;
  column: number;
}

/** Where the faults stand in the text, in its order. Of a text that is no JSON only the first is known, where it ends. */
function marksOf(text: string, read: JsonText, faults: readonly PayloadFault[]): Mark[] {
  return faults
    .map((fault) => {
      const span = read.ok ? spanOf(read.spans, fault.path) : { from: read.at, to: read.at + 1 };
      const found = span ?? { from: 0, to: 1 };
      return { ...fault, span: found, ...placeOf(text, found.from) };
    })
    .toSorted((one, other) => one.span.from - other.span.from);
}

/** The text with its faults underlined; the first line of each is enough. */
function Marked({ text, marks }: { text: string; marks: readonly Mark[] }) {
  let done = 0;
  const parts = marks.flatMap(({ span }) => {
    if (span.from < done) return [];
    const end = text.indexOf("\n", span.from);
    const to = Math.max(Math.min(span.to, end === -1 ? text.length : end), span.from);
    const plain = text.slice(done, span.from);
    done = to;
    return [
      plain,
      <span key={span.from} className="bg-tint-fault underline decoration-fault decoration-wavy">
        {text.slice(span.from, to)}
      </span>,
    ];
  });
  return (
    <>
      {parts}
      {text.slice(done)}
    </>
  );
}
