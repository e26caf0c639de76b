import { csvResponse } from "@/server/csv";
import { download } from "@/server/download";
import { exportSums } from "@/server/reports/export";
import { sessionReport } from "@/server/reports/sessions";

export const dynamic = "force-dynamic";

/** Sums of sessions, as a file for a spreadsheet. */
export const GET = (request: Request) =>
  download(request, "reports.view", (context, asked) => {
    const site = asked.get("site");
    const input = sessionReport.safeParse({
      ...{ by: asked.get("by"), from: asked.get("from"), until: asked.get("until") },
      ...{ site: site === null ? undefined : Number(site), limit: 1_000_000 },
    });
    if (!input.success) return undefined;
    const { by, from, until } = input.data;
    return csvResponse(`sessions-by-${by}-${from}-${until}.csv`, exportSums(context, input.data));
  });
