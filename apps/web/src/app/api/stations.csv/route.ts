import { csvResponse } from "@/server/csv";
import { contextOf } from "@/server/request-context";
import { exportStations } from "@/server/stations/export";
import { writtenFilter } from "@/server/stations/filter";

export const dynamic = "force-dynamic";

/** All stations that match a filter, as a file for a spreadsheet. */
export async function GET(request: Request) {
  const context = await contextOf(request.headers);
  const { person } = context;
  if (!person) return new Response("Sign in first.\n", { status: 401 });
  if (!person.permissions.has("stations.view")) return new Response("You may not see stations.\n", { status: 403 });
  const q = writtenFilter.safeParse(new URL(request.url).searchParams.get("q") ?? "");
  if (!q.success) return new Response("This filter is too long.\n", { status: 400 });
  const name = `stations-${context.clock().toISOString().slice(0, 10)}.csv`;
  return csvResponse(name, exportStations({ ...context, person }, q.data));
}
