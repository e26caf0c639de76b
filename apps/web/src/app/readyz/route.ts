import { log } from "@/server/log";
import { running } from "@/server/running";

export const dynamic = "force-dynamic";

/** The console can do its work: its environment is right and the database answers. */
export async function GET() {
  try {
    const { pool } = await running();
    await pool.query("SELECT 1");
    return new Response("ready\n");
  } catch (error) {
    log.error({ err: error }, "not ready");
    return new Response("not ready\n", { status: 503 });
  }
}
