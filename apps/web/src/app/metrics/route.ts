import { running } from "@/server/running";

export const dynamic = "force-dynamic";

export async function GET() {
  const { metrics } = await running();
  return new Response(await metrics.text(), { headers: { "content-type": metrics.contentType } });
}
