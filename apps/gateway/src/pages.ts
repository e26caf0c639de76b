import type { IncomingMessage, ServerResponse } from "node:http";
import type { Queryable } from "@chargehand/db/pool";
import type { Metrics } from "./metrics";

/** The pages for machines: `/healthz`, `/readyz` and `/metrics`. */
export interface Pages {
  /** False when the request is for something else. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
}

export interface PagesOptions {
  db: Queryable;
  metrics: Metrics;
  /** Whether stations are let in. */
  isOpen(): boolean;
}

export function createPages({ db, metrics, isOpen }: PagesOptions): Pages {
  const pages: Record<string, (response: ServerResponse) => void | Promise<void>> = {
    "/healthz": (response) => say(response, 200, "ok"),
    async "/readyz"(response) {
      if (!isOpen()) return say(response, 503, "draining");
      try {
        await db.query("SELECT 1");
        say(response, 200, "ready");
      } catch {
        say(response, 503, "the database cannot be reached");
      }
    },
    async "/metrics"(response) {
      say(response, 200, await metrics.registry.metrics(), metrics.registry.contentType);
    },
  };

  return {
    answer({ url = "/" }, response) {
      const [path = "/"] = url.split("?", 1);
      const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
      if (page) void page(response);
      else if (!path.startsWith("/ocpp")) say(response, 404, "Stations connect to /ocpp/ followed by their id.");
      else return false;
      return true;
    },
  };
}

function say(response: ServerResponse, status: number, body: string, type = "text/plain; charset=utf-8") {
  response.writeHead(status, { "content-type": type }).end(`${body}\n`);
}
