import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { addresses } from "@/features/addresses";
import { ownAddress } from "@/features/sign-in/own-address";
import { SignInLive } from "@/features/sign-in/sign-in-live";
import { pageContext } from "@/server/page-context";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("submit") };
}

/** The door. Who is in already goes on. */
export default async function SignIn({ searchParams }: { searchParams: Promise<{ to?: string | string[] }> }) {
  const [{ to }, { person }] = await Promise.all([searchParams, pageContext()]);
  if (person) redirect(ownAddress(to));
  const wanted = ownAddress(to);
  return <SignInLive to={wanted === addresses.now ? addresses.arrival : wanted} />;
}
