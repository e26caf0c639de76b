import { getLocale } from "next-intl/server";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { FieldFrame } from "@/features/field/field-frame";
import { GrantedPermissions } from "@/features/person/may";
import { readPreferences } from "@/features/preferences/read-preferences";
import { languages } from "@/i18n/languages";
import { Live } from "@/live/live";
import { Queries } from "@/live/trpc";
import { pageContext, signInFirst } from "@/server/page-context";

/** The pages for whoever stands before a station with a phone: the same people and the same stream, in a frame of their own. */
export default async function FieldLayout({ children }: { children: ReactNode }) {
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
            <FieldFrame choices={{ ...preferences, spoken, languages }}>{children}</FieldFrame>
          </Live>
        </GrantedPermissions>
      </Queries>
    </NuqsAdapter>
  );
}
