"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { PageHead } from "@/components/page-head";
import { TextLink } from "@/components/text-link";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";
import { checklistOf } from "../commissioning/checklist";
import { useCommissioning } from "../commissioning/use-commissioning";
import { WelcomeArrival } from "./welcome-arrival";
import { WelcomeCharger } from "./welcome-charger";
import { WelcomeName } from "./welcome-name";
import { WelcomeStep } from "./welcome-step";

/** From nothing to a car that charges, in four steps on one page. */
export function WelcomeLive() {
  const t = useTranslations("welcome");
  const trpc = useTRPC();
  const { data: name } = useSuspenseQuery(trpc.network.name.queryOptions());
  const [number, setNumber] = useQueryState("station", parseAsString);
  const station = number === null ? undefined : Number(number);
  const { data: facts } = useCommissioning(station);
  const list = facts && checklistOf(facts);
  const charges = list?.every(({ standing }) => standing === "done") ?? false;

  return (
    <div className="flex h-full flex-col overflow-auto">
      <PageHead title={t("title")} />
      <ol className="flex max-w-3xl flex-col gap-6 px-5 py-3 max-md:px-4">
        <WelcomeStep number={1} title={t("name")} isDone={name !== null}>
          <WelcomeName name={name ?? ""} />
        </WelcomeStep>
        <WelcomeStep number={2} title={t("charger")} isDone={facts !== undefined}>
          {facts ? (
            <p>{t("added", { identity: facts.identity })}</p>
          ) : (
            <WelcomeCharger onAdded={({ id }) => void setNumber(String(id))} />
          )}
        </WelcomeStep>
        <WelcomeStep number={3} title={t("arrival")} isDone={charges}>
          {facts ? <WelcomeArrival facts={facts} /> : <p className="text-ink-2">{t("arrivalHelp")}</p>}
        </WelcomeStep>
        <WelcomeStep number={4} title={t("done")} isDone={charges}>
          {charges && facts ? (
            <p role="status">
              {t.rich("charges", {
                identity: facts.identity,
                station: (text) => <TextLink href={addresses.station(facts.identity)}>{text}</TextLink>,
                now: (text) => <TextLink href={addresses.now}>{text}</TextLink>,
              })}
            </p>
          ) : (
            <p className="text-ink-2">{t("doneHelp")}</p>
          )}
        </WelcomeStep>
      </ol>
    </div>
  );
}
