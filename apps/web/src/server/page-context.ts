import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { addresses } from "../features/addresses";
import { contextOf } from "./request-context";

/**
 * What the page that is being drawn may ask with, found once however many parts of the page need it. The cursor is
 * taken before anything is asked, so that the live stream, which reads on from it, leaves nothing out.
 */
export const pageContext = cache(async () => {
  const context = await contextOf(await headers());
  return { ...context, cursor: context.live.cursor() };
});

/** Sends somebody whom we do not know to the door, with where they wanted to go. */
export async function signInFirst(): Promise<never> {
  const wanted = (await headers()).get("x-wanted") ?? addresses.now;
  redirect(`${addresses.signIn}?to=${encodeURIComponent(wanted)}`);
}
