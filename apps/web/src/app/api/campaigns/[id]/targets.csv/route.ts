import { exportTargets } from "@/server/campaigns/export";
import { csvResponse } from "@/server/csv";
import { contextOf } from "@/server/request-context";

export const dynamic = "force-dynamic";

/** What became of each station of a campaign, as a file for a spreadsheet. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const context = await contextOf(request.headers);
  const { person } = context;
  if (!person) return new Response("Sign in first.\n", { status: 401 });
  if (!person.permissions.has("campaigns.view")) return new Response("You may not see campaigns.\n", { status: 403 });
  const id = Number((await params).id);
  if (!Number.isInteger(id) || id < 1 || id > 2_147_483_647) return new Response("No campaign.\n", { status: 404 });
  return csvResponse(`campaign-${id}.csv`, exportTargets({ ...context, person }, id));
}
