import { csvResponse } from "@/server/csv";
import { download } from "@/server/download";
import { exportReadings } from "@/server/sessions/export";

export const dynamic = "force-dynamic";

/** Every reading of one session, as a file for a spreadsheet. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const id = Number((await params).id);
  return download(request, "sessions.view", (context) =>
    Number.isSafeInteger(id) ? csvResponse(`session-${id}.csv`, exportReadings(context, id)) : undefined,
  );
}
