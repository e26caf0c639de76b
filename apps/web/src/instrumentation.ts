import { runsOnNode } from "./env";

/** Called by the server as it starts: what goes on by itself must not wait for the first request. */
export async function register() {
  if (!runsOnNode) return;
  const { start } = await import("./server/start");
  start();
}
