import { join } from "node:path";
import { addressesOf } from "./addresses";
import { migrate, requireDatabase, startDatabase } from "./database";
import { type DemoFleet, prepareDemo } from "./demo";
import { closeDoor, makeDoor } from "./demo-door";
import { makeFirstOperator } from "./first-operator";
import { claim } from "./only-one";
import { requireFreePort } from "./ports";
import { requireWritable } from "./postgres/data-directory";
import { gatewayProgram, type Mode, simulatorProgram, webProgram } from "./programs";
import { keepSecrets, type Secrets } from "./secrets";
import { Sentence } from "./sentence";
import { type Service, type ServiceOptions, startService } from "./service";
import type { Settings } from "./settings";

/** Does one named piece of work, showing it to whoever watches. */
export type Step = <T>(name: string, work: () => T | Promise<T>) => Promise<T>;

export interface Started {
  databaseUrl: string;
  secrets: Secrets;
  /** False when there was an operator already, whose password only they know. */
  operatorMade: boolean;
}

export interface House {
  /** Makes sure that ports and data are ours to use, before anything is built or started. */
  claim(): Promise<void>;
  /** Brings everything up, in order; rejects with one sentence, after which stop() takes down what had come up. */
  start(): Promise<Started>;
  /** Takes everything down in order, within five seconds, also in the middle of a start. */
  stop(): Promise<void>;
  /** Settles with one sentence when something ends that should not have. */
  broken: Promise<string>;
}

/** All that belongs to a running Chargehand: database, gateway, console and demo fleet. */
export function makeHouse({ settings, mode, step }: { settings: Settings; mode: Mode; step: Step }): House {
  const { dataDir, gatewayPort, webPort } = settings;
  const running: { simulator?: Service; console?: Service; gateway?: Service } = {};
  let current: Promise<unknown> = Promise.resolve();
  let stopDatabase = async () => {};
  let shutDoor = () => {};
  let release = () => {};
  let stopping: Promise<void> | undefined;
  let reportBroken: (sentence: string) => void = () => {};
  const broken = new Promise<string>((resolve) => {
    reportBroken = resolve;
  });

  const next: Step = (name, work) => {
    if (stopping) throw new Sentence("The start was cut short.");
    const doing = step(name, work);
    current = doing.catch(() => {});
    return doing;
  };

  const serve = (options: Omit<ServiceOptions, "logFile">): Service => {
    const service = startService({ ...options, logFile: join(dataDir, "logs", `${options.name}.log`) });
    void service.exited.then(() => {
      if (!stopping) reportBroken(service.obituary());
    });
    return service;
  };

  async function openDatabase(secrets: Secrets): Promise<string> {
    if (settings.databaseUrl !== undefined) {
      await requireDatabase(settings.databaseUrl);
      return settings.databaseUrl;
    }
    const { server, url } = await startDatabase(settings, secrets);
    stopDatabase = () => server.stop();
    void server.exited.then(() => {
      if (!stopping)
        reportBroken(`The database ended unexpectedly (more in ${join(dataDir, "logs", "postgres.log")}).`);
    });
    return url;
  }

  async function openGatewayAndConsole(env: Record<string, string | undefined>): Promise<void> {
    running.gateway = serve({
      name: "gateway",
      ...gatewayProgram(mode),
      env,
      readyUrl: `http://127.0.0.1:${gatewayPort}/readyz`,
    });
    running.console = serve({
      name: "console",
      ...webProgram(mode, webPort),
      env,
      readyUrl: `http://127.0.0.1:${webPort}/readyz`,
    });
    await Promise.all([running.gateway.ready(), running.console.ready()]);
  }

  return {
    broken,
    async claim() {
      requireWritable(dataDir);
      release = claim(dataDir);
      await requireFreePort(gatewayPort, "the gateway", "GATEWAY_PORT");
      await requireFreePort(webPort, "the console", "WEB_PORT");
    },
    async start() {
      const secrets = keepSecrets(dataDir);
      let databaseUrl = "";
      await next(settings.databaseUrl === undefined ? "Starting the database" : "Reaching the database", async () => {
        databaseUrl = await openDatabase(secrets);
      });
      await next("Migrating the database", () => migrate(databaseUrl));

      const door = settings.simulator ? await makeDoor(dataDir) : undefined;
      if (door) shutDoor = () => closeDoor(dataDir);
      const env = {
        ...environmentOf({ settings, mode, secrets, databaseUrl }),
        SIMULATOR_URL: door?.url,
        SIMULATOR_SECRET: door?.secret,
      };
      let operatorMade = false;
      await next("Starting gateway and console", async () => {
        [operatorMade] = await Promise.all([makeFirstOperator(settings.admin, env), openGatewayAndConsole(env)]);
      });
      if (settings.demoStations > 0 || door) {
        await next(`Starting ${settings.demoStations} demo stations`, async () => {
          const fleet: DemoFleet = await prepareDemo({ settings, secrets, databaseUrl, door });
          running.simulator = serve({ name: "simulator", ...simulatorProgram(mode, fleet.args), env: fleet.env });
        });
      }
      return { databaseUrl, secrets, operatorMade };
    },
    stop() {
      stopping ??= (async () => {
        await Promise.all([running.simulator?.stop(700), running.console?.stop(700)]);
        await running.gateway?.stop(2_500);
        // A database that is just coming up must be up before it can be told to stop.
        await Promise.race([current, new Promise((resolve) => setTimeout(resolve, 1_000))]);
        await stopDatabase();
        shutDoor();
        release();
      })();
      return stopping;
    },
  };
}

function environmentOf({
  settings,
  mode,
  secrets,
  databaseUrl,
}: {
  settings: Settings;
  mode: Mode;
  secrets: Secrets;
  databaseUrl: string;
}): Record<string, string | undefined> {
  return {
    NODE_ENV: mode === "built" ? "production" : "development",
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: secrets.AUTH_SECRET,
    STATION_SECRET_PEPPER: secrets.STATION_SECRET_PEPPER,
    GATEWAY_PORT: String(settings.gatewayPort),
    WEB_PORT: String(settings.webPort),
    GATEWAY_PUBLIC_URL: addressesOf(settings).stations,
    DATA_DIR: settings.dataDir,
    // One person at one terminal waits for the end; behind a load balancer the gateway's own longer default is right.
    DRAIN_SECONDS: process.env.DRAIN_SECONDS ?? "2",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}
