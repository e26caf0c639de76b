export const dynamic = "force-dynamic";

/** The process is alive and answers; nothing more. */
export const GET = () => new Response("ok\n");
