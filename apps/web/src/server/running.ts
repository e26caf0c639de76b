import { join, resolve } from "node:path";
import { createPostgresBus } from "@chargehand/bus/postgres-bus";
import { createPrisma } from "@chargehand/db/client";
import { createPool } from "@chargehand/db/pool";
import { env } from "../env";
import { keepEnvironmentKey } from "./api-keys/environment-key";
import { startCampaignEngine } from "./campaigns/engine";
import type { Context } from "./context";
import { startFollower } from "./issues/follower";
import { mailOf } from "./issues/mail";
import { startPostman } from "./issues/postman";
import { createLiveHub } from "./live/hub";
import { log } from "./log";
import { type Metrics, makeMetrics } from "./metrics";
import type { OriginRules } from "./same-origin";
import { type Auth, makeAuth } from "./sign-in/auth";
import { startDispatcher } from "./webhooks/dispatcher";

/** Everything of the console that there is once in a process. */
export interface Running
  extends Pick<
    Context,
    "prisma" | "pool" | "bus" | "live" | "secretPepper" | "webhookHosts" | "sendsMail" | "firmware" | "simulator"
  > {
  auth: Auth;
  rules: OriginRules;
  gatewayPublicUrl: string | undefined;
  metrics: Metrics;
  /** Ends what goes on by itself, so that nothing of it is cut off in the middle. */
  close(): Promise<void>;
}

/** Opens the databases, the bus and the reader of events when they are first needed. A failure is tried again next time. */
export function running(): Promise<Running> {
  globalThis.chargehandConsole ??= open().catch((error: unknown) => {
    globalThis.chargehandConsole = undefined;
    throw error;
  });
  return globalThis.chargehandConsole;
}

declare global {
  // Every route is a bundle of its own, and reloading makes new ones: what must be there once hangs on the process.
  var chargehandConsole: Promise<Running> | undefined;
}

async function open(): Promise<Running> {
  const {
    DATABASE_URL,
    AUTH_SECRET,
    PUBLIC_URL,
    WEB_PORT,
    GATEWAY_PUBLIC_URL,
    TRUST_PROXY,
    STATION_SECRET_PEPPER,
    ADMIN_API_KEY,
    ALLOW_INSECURE_WEBHOOKS: webhookHosts,
    SMTP_URL,
    MAIL_FROM,
    SIMULATOR_URL,
    SIMULATOR_SECRET,
    DATA_DIR,
    FIRMWARE_LIMIT_MIB,
  } = env();
  const rules = { trustProxy: TRUST_PROXY, publicUrl: PUBLIC_URL };

  const pool = createPool(DATABASE_URL, { max: 10, name: "chargehand console" });
  pool.on("error", (error) => log.warn({ err: error }, "an idle database connection was lost"));
  const bus = await createPostgresBus({
    url: DATABASE_URL,
    onConnection: (up, error) => (up ? log.info("the bus is back") : log.warn({ err: error }, "the bus is away")),
  });
  const prisma = createPrisma(DATABASE_URL);
  const clock = () => new Date();
  await keepEnvironmentKey({ prisma, clock }, { key: ADMIN_API_KEY, pepper: STATION_SECRET_PEPPER });
  const live = await createLiveHub({
    database: pool,
    bus,
    onError: (error) => log.error({ err: error }, "the event reader stumbled"),
  });

  const dispatcher = await startDispatcher({
    pool,
    prisma,
    bus,
    clock,
    secretPepper: STATION_SECRET_PEPPER,
    rules: { allowed: webhookHosts },
    onError: (error) => log.error({ err: error }, "the sender of webhooks stumbled"),
  });

  const metrics = makeMetrics({ pool, live });
  const engine = await startCampaignEngine({
    pool,
    bus,
    clock,
    onTick: metrics.campaignTick,
    onError: (error) => log.error({ err: error }, "the engine of campaigns stumbled"),
  });

  const mail = SMTP_URL === undefined ? undefined : mailOf(SMTP_URL, MAIL_FROM);
  const follower = await startFollower({
    ...{ pool, prisma, bus, clock, sendsMail: mail !== undefined },
    onError: (error) => log.error({ err: error }, "the maker of issues stumbled"),
  });
  const postman =
    mail &&
    (await startPostman({
      ...{ pool, bus, clock, mail, consoleUrl: PUBLIC_URL ?? `http://localhost:${WEB_PORT}` },
      onError: (error) => log.error({ err: error }, "the sender of e-mail stumbled"),
    }));

  return {
    prisma,
    pool,
    bus,
    live,
    auth: makeAuth({ prisma, secret: AUTH_SECRET, rules }),
    rules,
    secretPepper: STATION_SECRET_PEPPER,
    webhookHosts,
    sendsMail: mail !== undefined,
    firmware: { folder: join(resolve(DATA_DIR), "firmware"), limitBytes: FIRMWARE_LIMIT_MIB * 1024 * 1024 },
    gatewayPublicUrl: GATEWAY_PUBLIC_URL,
    simulator: SIMULATOR_URL && SIMULATOR_SECRET ? { url: SIMULATOR_URL, secret: SIMULATOR_SECRET } : undefined,
    metrics,
    // Streams end too: a server that closes waits for every answer to be over.
    close: async () =>
      void (await Promise.all([follower.close(), postman?.close(), engine.close(), dispatcher.close(), live.close()])),
  };
}
