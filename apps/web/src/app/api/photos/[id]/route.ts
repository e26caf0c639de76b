import { photoFolder } from "@/server/photo-folder";
import { contextOf } from "@/server/request-context";
import { servePhoto } from "@/server/stations/photos";

export const dynamic = "force-dynamic";

/** The photo of a note. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return servePhoto(await contextOf(request.headers), { id, folder: photoFolder() });
}
