import { createPostgresBus } from "@chargehand/bus/postgres-bus";
import { createFactSource } from "@chargehand/db/facts";
import { enterGateway, leaveGateway } from "@chargehand/db/gateways";
import { createLeases } from "@chargehand/db/leases";
import { createPool } from "@chargehand/db/pool";
import type { Logger } from "pino";
import { createCommands } from "./commands";
import { createConnections } from "./connections";
import type { Settings } from "./env";
import { createFileDoor } from "./files/file-places";
import { createImageDoor } from "./firmware/image-door";
import { createRefusalRecord } from "./handshake/refusal-record";
import { createTurnstile } from "./handshake/turnstile";
import type { House } from "./house";
import { keepHouse } from "./housekeeping";
import { createJournal } from "./journal";
import { createLive } from "./live";
import { createLocalLists } from "./local-lists";
import { createMetrics } from "./metrics";
import { createPages } from "./pages";
import { createRecheck } from "./recheck";
import { sendAway } from "./send-away";
import { createServer } from "./server";
import { watchLines } from "./watch-lines";

/** A running gateway. */
export interface Gateway {
  readonly port: number;
  /** Lets stations finish what they are saying, sends them away within the time given, and writes all that was heard. */
  stop(): Promise<void>;
}

/** Builds a gateway out of its parts and opens its door. */
export async function startGateway(settings: Settings, log: Logger): Promise<Gateway> {
  const db = createPool(settings.databaseUrl, { max: 8, name: "chargehand-gateway" });
  db.on("error", (error) => log.warn({ err: error }, "a database connection was lost"));
  const metrics = createMetrics();
  const gatewayId = await enterGateway(db, { frameDays: settings.retentionFrameDays });
  const bus = await createPostgresBus({
    url: settings.databaseUrl,
    onConnection: (up, error) => log[up ? "info" : "warn"]({ err: error }, up ? "the bus is up" : "the bus is down"),
  });
  const leases = await createLeases(db);
  const journal = await createJournal({
    url: settings.databaseUrl,
    gatewayId,
    log,
    onCommit({ events, frames, commands }) {
      if (events) bus.publish("events");
      if (frames) bus.publish("frames");
      for (const station of commands) bus.publish("commands", String(station));
    },
    onBatch({ entries, seconds, queued }) {
      metrics.batchEntries.observe(entries);
      metrics.batchSeconds.observe(seconds);
      metrics.journalQueue.set(queued);
    },
  });
  const facts = createFactSource({ client: db, leases });
  const live = createLive(bus);
  const house: House = { gatewayId, settings, db, journal, facts, leases, bus, live, log, metrics };

  const connections = createConnections({
    house,
    onArrival: (station) => commands.arrived(station),
    onDeparture: (station) => commands.doubt(station),
  });
  const { stations } = connections;
  const commands = createCommands(stations, house);
  await bus.subscribe("commands", (payload) => {
    const station = stations.get(Number(payload));
    if (station) void commands.heard(station);
  });
  const recheck = createRecheck(stations, house);
  const lists = createLocalLists(house);
  await bus.subscribe("tokens", () => {
    facts.forgetTokens();
    lists.changed();
    void recheck();
  });
  journal.onPressure((high) => connections.hold(high));
  const refusals = createRefusalRecord({ db, log, onWritten: () => bus.publish("events") });
  const unknowns = createTurnstile({ perMinute: unknownsPerMinute });
  let open = true;
  const pages = createPages({ db, metrics, isOpen: () => open });
  const stopWatching = watchLines(stations, settings.pingSeconds);
  const images = createImageDoor(house);
  const works = { tick: commands.tick, recheck, lists: lists.work, downloads: images.flush };
  const endHousekeeping = await keepHouse(stations, works, house);
  const files = createFileDoor(stations, house);
  const server = await createServer({
    ...{ house, settings, connections, refusals, unknowns, pages },
    files: (request, response) => files(request, response) || images.answer(request, response),
  });
  log.info({ port: server.port, gateway: gatewayId }, "the gateway is open");

  return {
    port: server.port,
    async stop() {
      open = false;
      server.stopAccepting();
      await sendAway(connections, settings.drainSeconds);
      stopWatching();
      await endHousekeeping();
      live.stop();
      await journal.close(5000);
      await refusals.settled();
      await leaveGateway(db, gatewayId);
      await server.close();
      await images.settled();
      await bus.close();
      await db.end();
    },
  };
}

/** Unknown stations that one address may announce a minute; a site's worth of chargers behind one router is less. */
const unknownsPerMinute = 30;
