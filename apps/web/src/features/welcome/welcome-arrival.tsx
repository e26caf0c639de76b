"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Attempts } from "../commissioning/attempts";
import type { CommissioningFacts } from "../commissioning/checklist";
import { ChecklistView } from "../commissioning/checklist-view";
import { Credentials } from "../commissioning/credentials";
import { freshSecretOf } from "../commissioning/fresh-secrets";
import { Guide } from "../commissioning/guide";
import { TestStart } from "../commissioning/test-start";

/** What to type into a charger of one's own, and how any charger arrives. */
export function WelcomeArrival({ facts }: { facts: CommissioningFacts }) {
  const t = useTranslations("commissioning");
  // A simulated one has been told its secret already.
  const [secret] = useState(() => freshSecretOf(facts.identity)?.secret);
  return (
    <div className="flex flex-col gap-4">
      {secret && (
        <>
          <Credentials identity={facts.identity} address={facts.address} secret={secret} />
          <Guide identity={facts.identity} address={facts.address} secret={secret} />
        </>
      )}
      <Attempts title={t("refused")} refusals={facts.refusals.slice(0, 5)} />
      <ChecklistView facts={facts} action={<TestStart facts={facts} />} />
      <Attempts title={t("strangers")} refusals={facts.strangers} />
    </div>
  );
}
