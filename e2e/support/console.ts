import type { APIRequestContext } from "@playwright/test";
import { stack } from "./stack";

/** The console's own procedures, called as its pages call them: for what a story takes for granted. */
export interface Console {
  addStation(station: { identity: string; siteId?: number }): Promise<{ id: number; secret: string }>;
  /** The first stations that a filter finds. */
  stationsThat(q: string): Promise<{ id: number; identity: string }[]>;
  addSite(name: string, timeZone?: string): Promise<number>;
  /** Says where a site is. */
  placeSite(id: number, position: { latitude: number; longitude: number }): Promise<void>;
  addToken(value: string): Promise<void>;
  readVariables(stationId: number): Promise<void>;
  /** Keeps a question to an absent station for so long. */
  askWhenBack(stationId: number, expiresInSeconds: number): Promise<void>;
  writeVariable(stationId: number, variable: { component: string; name: string }, value: string): Promise<void>;
}

export function consoleOf(request: APIRequestContext): Console {
  /** The caller says what comes back; a story that is told something else fails at its next line. */
  async function change<Answer>(procedure: string, input: object): Promise<Answer> {
    const answer = await request.post(`${stack.console}/api/trpc/${procedure}`, {
      headers: { origin: stack.console },
      data: { json: input },
    });
    if (!answer.ok()) throw new Error(`${procedure}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()).result.data.json;
  }

  return {
    addStation: (station) => change("stations.create", station),
    stationsThat: async (q) => {
      const input = JSON.stringify({ json: { q, limit: 50 } });
      const answer = await request.get(`${stack.console}/api/trpc/stations.list?${new URLSearchParams({ input })}`);
      if (!answer.ok()) throw new Error(`stations.list: ${answer.status()} ${await answer.text()}`);
      return (await answer.json()).result.data.json.rows;
    },
    addSite: async (name, timeZone = "Europe/Amsterdam") =>
      (await change<{ id: number }>("sites.create", { name, timeZone })).id,
    placeSite: (id, position) => change("sites.change", { id, position }),
    addToken: (value) => change("tokens.add", { value, kind: "iso14443" }),
    readVariables: (station) =>
      change("commands.send", { station, command: { type: "read-variables" }, ifOffline: "refuse" }),
    askWhenBack: (station, expiresInSeconds) =>
      change("commands.send", {
        station,
        command: { type: "trigger", message: "boot" },
        ifOffline: "queue",
        expiresInSeconds,
      }),
    writeVariable: (station, variable, value) =>
      change("commands.send", {
        station,
        command: { type: "write-variables", writes: [{ variable, value }] },
        ifOffline: "refuse",
      }),
  };
}
