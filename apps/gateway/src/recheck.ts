import { findTokens } from "@chargehand/db/load-token";
import type { TokenRecord } from "@chargehand/domain/authorization";
import { recheckTokens, tokenKey, tokensInUse } from "@chargehand/domain/sessions/recheck-tokens";
import type { TokenRef } from "@chargehand/domain/vocabulary";
import type { ConnectedStation } from "./connected-station";
import type { House } from "./house";
import { settle } from "./settle";
import { giveUp } from "./when-not-written";

const lotSize = 1000;

/** Makes the way to look again at the tokens of all who charge here; asked while it runs, it runs once more. */
export function createRecheck(stations: ReadonlyMap<number, ConnectedStation>, house: House): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;

  async function run() {
    const tokens = new Map<string, TokenRecord | undefined>();
    const asked = new Map<string, TokenRef>();
    const busy = [...stations.values()].filter(({ state }) => {
      const used = state ? tokensInUse(state) : [];
      for (const token of used) asked.set(tokenKey(token), token);
      return used.length > 0;
    });
    const refs = [...asked];
    for (let from = 0; from < refs.length; from += lotSize) {
      const lot = refs.slice(from, from + lotSize);
      const found = await findTokens(
        house.db,
        lot.map(([, token]) => token),
      );
      for (const [index, [key]] of lot.entries()) tokens.set(key, found[index]);
    }
    for (const station of busy) await station.mailbox.run(() => tell(station, tokens));
  }

  async function tell(station: ConnectedStation, tokens: ReadonlyMap<string, TokenRecord | undefined>) {
    const { unknownTokens, revocation } = house.settings;
    const decision =
      station.state && recheckTokens(station.state, { tokens, now: new Date(), unknownTokens, revocation });
    if (decision) await settle(decision, station, house).catch((error) => giveUp(error, station, house));
  }

  return async () => {
    again = true;
    running ??= (async () => {
      while (again) {
        again = false;
        await run();
      }
    })().finally(() => {
      running = undefined;
    });
    await running;
  };
}
