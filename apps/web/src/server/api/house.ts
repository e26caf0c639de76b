import { env } from "../../env";
import { log } from "../log";
import { gatewayUrlOf } from "../request-context";
import { running } from "../running";
import type { ApiHouse } from "./handle";
import { type RateLimiter, rateLimiter } from "./rate-limit";

/** What the API has in this process, for one request. */
export async function apiHouse(headers: Headers): Promise<ApiHouse> {
  const process = await running();
  const { prisma, pool, bus, live, secretPepper, webhookHosts, sendsMail, firmware } = process;
  return {
    clock: () => new Date(),
    prisma,
    pool,
    bus,
    live,
    secretPepper,
    webhookHosts,
    sendsMail,
    firmware,
    gatewayUrl: gatewayUrlOf(process, headers),
    limit: limitOf(),
    onError: (error, facts) => log.error({ err: error, ...facts }, "a request of a program broke"),
  };
}

/** What a pause saves up for a rush, in seconds. */
const burstSeconds = 5;

let limit: RateLimiter | undefined;

function limitOf(): RateLimiter {
  const { API_REQUESTS_PER_SECOND: perSecond } = env();
  limit ??= rateLimiter({ perSecond, burst: perSecond * burstSeconds });
  return limit;
}
