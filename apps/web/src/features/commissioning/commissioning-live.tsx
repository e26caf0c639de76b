"use client";

import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { SectionTitle } from "@/components/section-title";
import { useTRPC } from "@/live/trpc";
import { useMay } from "../person/may";
import { PendingStationsLive } from "../stations/pending-stations-live";
import { Attempts } from "./attempts";
import { ChecklistView } from "./checklist-view";
import { Credentials } from "./credentials";
import { forgetFresh, freshSecretOf, keepFresh } from "./fresh-secrets";
import { Guide } from "./guide";
import { TestStart } from "./test-start";
import { useCommissioning } from "./use-commissioning";

/** A station on its way into service: what to type into it, who tried, and what is true already. */
export function CommissioningLive({ identity }: { identity: string }) {
  const t = useTranslations("commissioning");
  const trpc = useTRPC();
  const { data: station } = useSuspenseQuery(trpc.stations.byIdentity.queryOptions({ identity }));
  const { data: facts } = useCommissioning(station.id);
  const { secret, ...secrets } = useFreshSecret(station);

  return (
    <div className="flex flex-wrap items-start gap-x-8 gap-y-6 px-5 py-4 max-md:px-4">
      <section aria-label={t("arriving")} className="flex min-w-0 flex-1 basis-96 flex-col gap-3">
        <SectionTitle>{t("arriving")}</SectionTitle>
        {facts && (
          <>
            <div aria-live="polite">
              <Attempts title={t("refused")} refusals={facts.refusals.slice(0, 5)} />
            </div>
            <ChecklistView facts={facts} action={<TestStart facts={facts} />} />
            <Attempts title={t("strangers")} refusals={facts.strangers} />
            {/* With another name than it should have, it waits among the unknown ones. */}
            <PendingStationsLive />
          </>
        )}
      </section>
      <div className="flex min-w-0 flex-1 basis-96 flex-col gap-6">
        <section aria-label={t("credentials")} className="flex flex-col gap-3">
          <SectionTitle>{t("credentials")}</SectionTitle>
          <Credentials
            identity={identity}
            address={station.address}
            secret={secret}
            instead={<SecretGone passwordless={station.passwordless} {...secrets} />}
          />
          {secret && (
            <Button className="self-start" onPress={secrets.forget}>
              {t("written")}
            </Button>
          )}
        </section>
        <Guide identity={identity} address={station.address} secret={secret} />
      </div>
    </div>
  );
}

function useFreshSecret({ id, identity }: { id: number; identity: string }) {
  const trpc = useTRPC();
  const [secret, setSecret] = useState(() => freshSecretOf(identity)?.secret);
  const renewing = useMutation(
    trpc.stations.newSecret.mutationOptions({
      onSuccess({ secret: fresh, address }) {
        if (fresh === null) return;
        keepFresh({ identity, address, secret: fresh });
        setSecret(fresh);
      },
    }),
  );
  return {
    secret,
    forget() {
      forgetFresh(identity);
      setSecret(undefined);
    },
    renew: () => renewing.mutate({ id }),
    isRenewing: renewing.isPending,
    fault: renewing.error?.message,
  };
}

/** Where no secret can be seen: why, and how to have a new one. */
function SecretGone({
  passwordless,
  renew,
  isRenewing,
  fault,
}: {
  passwordless: boolean;
  renew: () => void;
  isRenewing: boolean;
  fault?: string;
}) {
  const t = useTranslations("commissioning");
  const mayChange = useMay("stations.write");
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="text-ink-2">{t(passwordless ? "noPassword" : "shownBefore")}</p>
      {mayChange && (
        <Button isPending={isRenewing} onPress={renew}>
          {t("renew")}
        </Button>
      )}
      {fault && (
        <p role="alert" className="text-fault-ink">
          {fault}
        </p>
      )}
    </div>
  );
}
