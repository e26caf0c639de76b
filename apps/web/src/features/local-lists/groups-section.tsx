"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ErrorPanel } from "@/components/error-panel";
import { SectionTitle } from "@/components/section-title";
import { Switch } from "@/components/switch";
import { TextLink } from "@/components/text-link";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";
import { useMay } from "../person/may";

/** The groups tokens are in, and which of them are master passes. */
export function GroupsSection() {
  const t = useTranslations("lists");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mayWrite = useMay("tokens.write");
  const { data: groups } = useSuspenseQuery(trpc.tokens.groups.queryOptions());
  const set = useMutation(
    trpc.tokens.setGroup.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.tokens.pathKey() }),
    }),
  );

  return (
    <section aria-labelledby="groups">
      <SectionTitle id="groups" count={groups.length}>
        {t("groups")}
      </SectionTitle>
      <p className="max-w-prose py-2 text-ink-2">{t("groupsHelp")}</p>
      {set.error && <ErrorPanel what={t("notChanged")} stillWorks={set.error.message} />}
      <ul className="max-w-2xl">
        {groups.map(({ name, tokens, masterPass }) => (
          <li key={name} className="flex min-h-8 items-center gap-3 border-line border-b py-1">
            <TextLink href={`${addresses.tokens}?q=${encodeURIComponent(name)}`} isMono>
              {name}
            </TextLink>
            <span className="text-12 text-ink-3">{t("tokens", { count: tokens })}</span>
            <span className="ml-auto">
              <Switch
                isSelected={masterPass}
                isDisabled={!mayWrite}
                aria-label={t("masterPassNamed", { group: name })}
                onChange={(on) => set.mutate({ name, masterPass: on })}
              >
                {t("masterPass")}
              </Switch>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
