import { join, resolve } from "node:path";
import { env } from "@/env";
import { serveFile } from "@/server/files/serve-file";
import { contextOf } from "@/server/request-context";

export const dynamic = "force-dynamic";

/** A file that a station sent; `?read` for as much of it as can be read as text. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const asText = new URL(request.url).searchParams.has("read");
  // The gateway writes it there (docs/operations.md, "Files of stations").
  const folder = join(resolve(env().DATA_DIR), "files");
  return serveFile(await contextOf(request.headers), { id, folder, asText });
}
