"use client";

import { useTranslations } from "next-intl";
import { RelativeTime } from "@/components/relative-time";
import { useDated } from "@/components/use-dated";
import { SendButton } from "../maintenance/send-button";
import type { MessageRow } from "./message-row";

/** One message: its words, when they are to be seen, and what can be done about it. */
export function MessageLine({
  row,
  blocked,
  onReplace,
  onClear,
}: {
  row: MessageRow;
  blocked: string | undefined;
  onReplace: () => void;
  onClear: () => void;
}) {
  const t = useTranslations("display");
  const dated = useDated();
  const time = (at: string) => dated(new Date(at));
  const when = [
    t(`priority.${row.priority}`),
    row.state && t(`while.${row.state}`),
    row.from && t("from", { time: time(row.from) }),
    row.until && t("until", { time: time(row.until) }),
    row.session && t("duringSession", { session: row.session }),
  ].filter(Boolean);

  return (
    <li className="grid grid-cols-[64px_minmax(0,1fr)_auto] items-start gap-x-4 border-line border-b py-2 max-md:grid-cols-1">
      <span className="mono pt-0.5 text-ink-3">{row.id}</span>
      <div className="min-w-0">
        <p className="break-words" lang={row.language}>
          {row.text}
        </p>
        {row.others?.map(({ text, language }) => (
          <p key={`${language} ${text}`} className="break-words text-ink-2" lang={language}>
            {text}
          </p>
        ))}
        <p className="text-12 text-ink-3">
          {when.join(" · ")} · {t(`format.${row.format}`)}
          {row.language && ` · ${row.language}`} · {t.rich("known", { age: () => <RelativeTime at={row.at} /> })}
        </p>
      </div>
      <span className="flex gap-2 max-md:pt-2">
        <SendButton label={t("replace")} blocked={blocked} onPress={onReplace} />
        <SendButton label={t("clear")} blocked={blocked} onPress={onClear} />
      </span>
    </li>
  );
}
