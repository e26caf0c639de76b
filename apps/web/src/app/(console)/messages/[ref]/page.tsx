import { TRPCError } from "@trpc/server";
import { notFound, redirect } from "next/navigation";
import { addresses } from "@/features/addresses";
import { callerOf } from "@/server/app-router";
import { pageContext, signInFirst } from "@/server/page-context";

/** A link to one message: it opens in the conversation it belongs to. */
export default async function MessagePage({ params }: { params: Promise<{ ref: string }> }) {
  const ref = decodeURIComponent((await params).ref);
  const context = await pageContext();
  if (!context.person) return signInFirst();
  const { station } = await callerOf(context).messages.byRef({ ref }).catch(missing);
  redirect(`${addresses.stationMessages(station)}?sel=${encodeURIComponent(ref)}`);
}

/** A message that is not kept any more, and a reference that is none. */
function missing(error: unknown): never {
  if (error instanceof TRPCError && (error.code === "NOT_FOUND" || error.code === "BAD_REQUEST")) notFound();
  throw error;
}
