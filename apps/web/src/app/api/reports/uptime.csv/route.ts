import { csvResponse } from "@/server/csv";
import { download } from "@/server/download";
import { exportUptime } from "@/server/reports/export";
import { uptimeAsked } from "@/server/reports/uptime";

export const dynamic = "force-dynamic";

/** A month's uptime, as a file for a spreadsheet. */
export const GET = (request: Request) =>
  download(request, "reports.view", (context, asked) => {
    const site = asked.get("site");
    const input = uptimeAsked.safeParse({ month: asked.get("month"), site: site === null ? undefined : Number(site) });
    return input.success ? csvResponse(`uptime-${input.data.month}.csv`, exportUptime(context, input.data)) : undefined;
  });
