"use client";

import { useTranslations } from "next-intl";
import { Button } from "./button";
import { Glyph } from "./glyph";
import { RelativeTime } from "./relative-time";

/** Says what failed, since when, what still works and under which number to find it; offers to try again. */
export function ErrorPanel({
  what,
  since,
  stillWorks,
  requestId,
  onRetry,
}: {
  what: string;
  since?: Date;
  stillWorks?: string;
  requestId?: string;
  onRetry?: () => void;
}) {
  const t = useTranslations("error");
  return (
    <div role="alert" className="flex items-start gap-3 border-fault border-l-3 bg-tint-fault px-4 py-3">
      <Glyph name="failed" className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <p className="font-value text-fault-ink">
          {what}
          {since && (
            <span className="font-regular text-ink-2">
              {" "}
              {t.rich("since", { age: () => <RelativeTime at={since} /> })}
            </span>
          )}
        </p>
        {stillWorks && <p className="text-ink-2">{stillWorks}</p>}
        {requestId && (
          <p className="text-12 text-ink-3">
            {t("request")} <code className="mono">{requestId}</code>
          </p>
        )}
      </div>
      {onRetry && <Button onPress={onRetry}>{t("retry")}</Button>}
    </div>
  );
}
