"use client";

import type { FieldMeaning } from "@chargehand/ocpp/fields";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { cx } from "@/components/cx";
import { closest } from "./closest";
import type { MessageDetail } from "./message-view";
import { payloadLines, payloadOf, prettyFrame } from "./payload";

/** What a frame carries, value by value: what breaks the schema at its place, and, when asked for, what each field means. */
export function DecodedFrame({
  frame,
  violations,
  meanings,
  isExplained,
}: {
  frame: string;
  violations: MessageDetail["violations"];
  meanings: Readonly<Record<string, FieldMeaning>>;
  isExplained: boolean;
}) {
  const t = useTranslations("messages");
  const payload = payloadOf(frame);
  if (payload === undefined) return <pre className="mono whitespace-pre-wrap break-all">{prettyFrame(frame)}</pre>;
  const lines = payloadLines(payload);
  const unplaced = violations.filter(({ path }) => !lines.some((line) => line.path === path));
  return (
    <>
      <dl className="mono flex flex-col">
        {lines.map(({ path, name, value }) => {
          const broken = violations.find((violation) => violation.path === path);
          const meaning = meanings[path];
          return (
            <div
              key={path}
              className={cx(
                "-mx-4 grid grid-cols-[minmax(96px,38%)_1fr] gap-3 px-4 py-0.5",
                broken && "bg-tint-fault shadow-[inset_3px_0_0_var(--st-fault)]",
              )}
            >
              <dt className="min-w-0 break-words text-ink-2">{breakable(name)}</dt>
              <dd className="min-w-0 break-words">
                <span className={broken && "font-value text-fault-ink underline decoration-wavy"}>{value}</span>
                {broken && <span className="block font-ui text-12 text-ink">{broken.text}</span>}
                {broken && meaning?.values && <Valid values={meaning.values} value={value} />}
                {isExplained && meaning?.text && (
                  <span className="block font-ui text-12 text-ink-2">{meaning.text}</span>
                )}
                {isExplained && !broken && meaning?.values && (
                  <span className="block font-ui text-12 text-ink-3">
                    {t("oneOf", { values: some(meaning.values) })}
                  </span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      {lines.length === 0 && <p className="text-ink-3">{t("emptyPayload")}</p>}
      {unplaced.map(({ path, text }) => (
        <p key={path} className="-mx-4 bg-tint-fault px-4 py-1 shadow-[inset_3px_0_0_var(--st-fault)]">
          <span className="mono">{path}</span> {text}
        </p>
      ))}
    </>
  );
}

function Valid({ values, value }: { values: readonly string[]; value: string }) {
  const t = useTranslations("messages");
  const meant = closest(values, value.replaceAll('"', ""));
  return (
    <span className="block font-ui text-12 text-ink-2">
      {t("oneOf", { values: some(values) })}
      {meant && ` ${t("closest", { value: meant })}`}
    </span>
  );
}

/** Of a long list its beginning: nobody reads forty of them. */
const some = (values: readonly string[]) =>
  values.length > 16 ? `${values.slice(0, 15).join(", ")} … (${values.length})` : values.join(", ");

/** A path that may wrap before each of its parts, and not within a word. */
const breakable = (path: string) =>
  path.split(/(?=[.[])/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, never reordered.
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
