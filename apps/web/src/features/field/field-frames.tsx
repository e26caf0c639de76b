"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ClockTime } from "@/components/clock-time";
import { TextLink } from "@/components/text-link";
import { useStreamState } from "@/live/live";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";

/** As often as somebody who stands there looks up. */
const everyMs = 3_000;

/** What a station and we said last. */
export function FieldFrames({ station }: { station: number }) {
  const t = useTranslations("field");
  const trpc = useTRPC();
  const isLive = useStreamState().is === "live";
  const { data } = useQuery({
    ...trpc.messages.list.queryOptions({ station, limit: 8 }),
    refetchInterval: isLive ? everyMs : false,
  });
  return (
    <section aria-label={t("frames")}>
      <h2 className="text-12 text-ink-2">{t("frames")}</h2>
      {data?.rows.length === 0 && <p>{t("noFrames")}</p>}
      <ol>
        {data?.rows.map(({ id, at, from, action, answer }) => (
          <li key={id} className="flex min-h-10 flex-wrap items-center gap-x-2 border-line-strong border-b py-1">
            <ClockTime at={at} className="text-ink-2" />
            <span aria-hidden="true">{from === "station" ? "→" : "←"}</span>
            <span className="sr-only">{t(from === "station" ? "fromStation" : "fromUs")}</span>
            <TextLink isMono href={addresses.message(id)}>
              <span className="break-all">{action}</span>
            </TextLink>
            {answer && <span className="text-ink-2">{answer}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
