import { getLocale } from "next-intl/server";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { GrantedPermissions } from "@/features/person/may";
import { readPreferences } from "@/features/preferences/read-preferences";
import { ShellLive } from "@/features/shell/shell-live";
import { languages } from "@/i18n/languages";
import { Live } from "@/live/live";
import { Queries } from "@/live/trpc";
import { pageContext, signInFirst } from "@/server/page-context";
import { Prefetched } from "@/server/prefetched";

/** The console: for people who are signed in, in its frame, with one stream of changes for all of its pages. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const [{ person, cursor, clock }, preferences, spoken] = await Promise.all([
    pageContext(),
    readPreferences(),
    getLocale(),
  ]);
  if (!person) return signInFirst();

  return (
    <NuqsAdapter>
      <Queries>
        <GrantedPermissions permissions={[...person.permissions]}>
          <Live person={person.id} cursor={cursor} drawnAt={clock().getTime()}>
            <Prefetched
              ask={({ trpc, client }) => [
                client.prefetchQuery(trpc.now.rail.queryOptions()),
                client.prefetchQuery(trpc.commands.list.queryOptions({ mine: true, limit: 30 })),
              ]}
            >
              <ShellLive person={person} choices={{ ...preferences, spoken, languages }}>
                {children}
              </ShellLive>
            </Prefetched>
          </Live>
        </GrantedPermissions>
      </Queries>
    </NuqsAdapter>
  );
}
