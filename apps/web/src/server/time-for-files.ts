import { subscribe } from "node:diagnostics_channel";
import { Server } from "node:http";

// Node cuts whatever takes longer than five minutes to come; a large file over a slow line does.
const longestMs = 6 * 3_600_000;

/** Gives large files the time that they take. What falls silent is cut much sooner, by whoever takes it. */
export function giveFilesTime(): void {
  subscribe("http.server.request.start", (said) => {
    const server = said !== null && typeof said === "object" && "server" in said ? said.server : undefined;
    if (server instanceof Server && server.requestTimeout < longestMs) server.requestTimeout = longestMs;
  });
}
