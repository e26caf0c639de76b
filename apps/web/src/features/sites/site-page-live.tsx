"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { PageHead } from "@/components/page-head";
import { TotalPower } from "@/components/quantity";
import { SectionTitle } from "@/components/section-title";
import { useTRPC } from "@/live/trpc";
import { useMay } from "../person/may";
import { SiteTime, ZoneNote } from "../preferences/site-time";
import { FaresWords } from "./fares-words";
import { ChangeSite } from "./late-parts";
import { SiteContacts } from "./site-contacts";
import { SiteFacts } from "./site-facts";
import { SiteStations } from "./site-stations";

/** One place: how its stations fare and what they draw, whom to ask, how one gets in, and the stations themselves. */
export function SitePageLive({ id }: { id: number }) {
  const t = useTranslations("sitePage");
  const trpc = useTRPC();
  const mayWrite = useMay("sites.write");
  const { data: site } = useSuspenseQuery({
    ...trpc.sites.byId.queryOptions({ id }),
    // What it draws changes all the time, and nothing tells of it.
    refetchInterval: 10_000,
  });
  const [isChanging, setChanging] = useState(false);
  return (
    <SiteTime zone={site.timeZone}>
      <div className="flex h-full min-h-0 flex-col overflow-auto">
        <div className="shrink-0">
          <PageHead
            title={site.name}
            count={<FaresWords {...site} />}
            news={
              <>
                <span className="text-14">
                  <TotalPower watts={site.powerW} /> <span className="text-12 text-ink-2">{t("now")}</span>
                </span>
                <ZoneNote />
              </>
            }
            actions={
              mayWrite && (
                <Button Icon={Pencil} onPress={() => setChanging(true)}>
                  {t("change")}
                </Button>
              )
            }
          />
        </div>
        <div className="grid shrink-0 grid-cols-2 gap-x-10 gap-y-4 px-5 pb-3 max-lg:grid-cols-1 max-md:px-4">
          <section aria-labelledby="site-facts">
            <SectionTitle id="site-facts">{t("facts")}</SectionTitle>
            <div className="pt-2">
              <SiteFacts site={site} />
            </div>
          </section>
          <section aria-labelledby="site-contacts">
            <SectionTitle id="site-contacts">{t("contacts")}</SectionTitle>
            <SiteContacts contacts={site.contacts} />
          </section>
        </div>
        <SiteStations name={site.name} />
        {isChanging && <ChangeSite site={site} onClose={() => setChanging(false)} />}
      </div>
    </SiteTime>
  );
}
