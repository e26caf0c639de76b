"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Glyph } from "@/components/glyph";
import { useTRPC } from "@/live/trpc";
import { commandState } from "../commands/command-view";
import { useCommandWords } from "../commands/command-words";
import { glyphOf } from "../commands/stages";
import { commandOf, isPriority, migrationSteps, orderWith, progressOf } from "./migration";
import { SendButton } from "./send-button";
import type { Maintenance } from "./use-maintenance";

/** Brings a station to another way, in the order in which it loses nothing: each step once the one before is through. */
export function Migration({ maintenance, slot }: { maintenance: Maintenance; slot: string }) {
  const t = useTranslations("maintenance.network");
  const words = useCommandWords();
  const trpc = useTRPC();
  const { station, given, send, blocked } = maintenance;
  const { data: variables } = useQuery(trpc.variables.list.queryOptions({ station: station.id }));
  const known = variables?.find(({ variable }) => isPriority(variable))?.value;
  const progress = progressOf(given, slot);

  return (
    <section aria-label={t("moving", { slot })} className="max-w-text py-2">
      <ol>
        {migrationSteps.map((step) => {
          const last = progress.given[step];
          const state = last && commandState(last);
          return (
            <li key={step} className="flex min-h-9 flex-wrap items-center gap-x-3">
              <Glyph name={state ? glyphOf[state] : "queued"} />
              <span className={step === progress.next ? "font-value" : "text-ink-2"}>
                {t(`step.${step}`, { slot })}
              </span>
              {last && state && <span className="text-12 text-ink-3">{words.reason(last, state)}</span>}
              {step !== "set" && step === progress.next && (
                <span className="ml-auto">
                  <SendButton
                    label={t(`do.${step}`, { slot })}
                    blocked={blocked(commandOf(step, []).type)}
                    onPress={() => send(commandOf(step, orderWith(slot, known)))}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <p className="pt-1 text-12 text-ink-3">{t("outcome")}</p>
    </section>
  );
}
