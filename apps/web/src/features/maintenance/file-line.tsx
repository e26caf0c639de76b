"use client";

import { useTranslations } from "next-intl";
import { Button, buttonClasses } from "@/components/button";
import { useClock } from "@/components/clock";
import { ClockTime } from "@/components/clock-time";
import { FileSize } from "@/components/file-size";
import type { FileRow } from "@/server/files/list";
import { addresses } from "../addresses";

/** One log: what it is, when it came, how big it is, and how to look at it. */
export function FileLine({ file, onRead }: { file: FileRow; onRead: () => void }) {
  const t = useTranslations("maintenance.logs");
  const { id, kind, name, size, askedAt, expiresAt, receivedAt, keptUntil, refusal } = file;
  const isOver = useClock((now) => now > expiresAt.getTime());
  return (
    <li className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1 border-line border-b py-1.5">
      <span className="w-28 text-ink-2">
        <ClockTime at={receivedAt ?? askedAt} />
      </span>
      <span className="w-24">{isKind(kind) ? t(`kind.${kind}`) : kind}</span>
      {refusal === null ? (
        <span className="mono min-w-0 flex-1 basis-40 truncate" title={name ?? undefined}>
          {name ?? <span className="font-sans text-ink-3">{t(isOver ? "neverCame" : "awaited")}</span>}
        </span>
      ) : (
        <span className="min-w-0 flex-1 basis-40 text-attn-ink">{t("refused", { why: refusal })}</span>
      )}
      {receivedAt && (
        <>
          <span className="w-20 text-right text-ink-2">
            <FileSize bytes={size ?? 0} />
          </span>
          {keptUntil && (
            <span className="text-12 text-ink-3 max-lg:hidden">
              {t.rich("keptUntil", { at: () => <ClockTime at={keptUntil} precision="day" /> })}
            </span>
          )}
          <span className="flex gap-2">
            <Button size="row" onPress={onRead}>
              {t("read")}
            </Button>
            <a href={addresses.file(id)} download className={buttonClasses("quiet", "row")}>
              {t("keep")}
            </a>
          </span>
        </>
      )}
    </li>
  );
}

const isKind = (kind: string) => kind === "diagnostics" || kind === "security";
