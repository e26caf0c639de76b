import { fileResponse } from "@/server/csv";
import { exportMessages, messageExport } from "@/server/messages/export";
import { contextOf } from "@/server/request-context";

export const dynamic = "force-dynamic";

/** All messages that match a filter, as a capture that this console opens and the simulator plays. */
export async function GET(request: Request) {
  const context = await contextOf(request.headers);
  const { person } = context;
  if (!person) return new Response("Sign in first.\n", { status: 401 });
  if (!person.permissions.has("messages.view")) return new Response("You may not see messages.\n", { status: 403 });
  const asked = new URL(request.url).searchParams;
  const number = (name: string) => (asked.has(name) ? Number(asked.get(name)) : undefined);
  const input = messageExport.safeParse({
    q: asked.get("q") ?? undefined,
    station: number("station"),
    most: number("most"),
    withHeartbeats: asked.has("heartbeats"),
    personal: asked.has("personal"),
  });
  if (!input.success) return new Response("This filter cannot be read.\n", { status: 400 });
  if (input.data.personal && !person.permissions.has("customers.view")) {
    return new Response("You may not take what tells of people.\n", { status: 403 });
  }
  const name = `messages-${context.clock().toISOString().slice(0, 19).replaceAll(":", "")}.ndjson`;
  return fileResponse(name, "application/x-ndjson", exportMessages({ ...context, person }, input.data));
}
