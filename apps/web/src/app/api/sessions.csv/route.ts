import { csvResponse } from "@/server/csv";
import { download } from "@/server/download";
import { exportSessions, sessionExport } from "@/server/sessions/export";

export const dynamic = "force-dynamic";

/** All sessions that match a filter, as a file for a spreadsheet. */
export const GET = (request: Request) =>
  download(request, "sessions.view", (context, asked) => {
    const number = (name: string) => (asked.has(name) ? Number(asked.get(name)) : undefined);
    const input = sessionExport.safeParse({
      only: asked.get("only") ?? undefined,
      text: asked.get("q") ?? undefined,
      station: number("station"),
      site: number("site"),
      token: asked.get("token") ?? undefined,
      from: asked.get("from") ?? undefined,
      to: asked.get("to") ?? undefined,
    });
    const name = `sessions-${context.clock().toISOString().slice(0, 10)}.csv`;
    return input.success ? csvResponse(name, exportSessions(context, input.data)) : undefined;
  });
