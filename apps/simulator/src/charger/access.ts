import type { Dialect, Verdict } from "../dialects/dialect";
import type { TokenCache } from "../token-cache";
import type { Message } from "../wire/outbox";
import type { Outcome } from "../wire/outcome";
import type { Charger } from "./charger";
import type { RemoteStart } from "./controls";
import type { Evse } from "./evse";
import type { Settings } from "./settings";
import type { Token, Transaction } from "./transaction";

/** What came of presenting a token. */
export type TokenResult = "accepted" | "refused" | "stopped";

export type AccessOptions = {
  charger: Charger;
  settings: Settings;
  tokens: TokenCache;
  /** What the list that the CSMS left here says of a token. */
  listed(token: string): Verdict | undefined;
  dialect(): Dialect;
  post(message: Message): void;
  /** A restart is due: nothing new may begin. */
  restarting(): boolean;
};

/** Who may charge: the CSMS decides, and without it what it said before, and at last the station's own policy. */
export class Access {
  #options: AccessOptions;

  constructor(options: AccessOptions) {
    this.#options = options;
  }

  /** A token is presented at an EVSE: it starts charging there, ends it, or is turned away. */
  async present(evse: Evse, token: Token): Promise<TokenResult> {
    const { charger, restarting } = this.#options;
    const running = evse.transaction;
    if (running?.token && isSame(running.token, token)) return this.#stop(evse, token);
    const verdict = await this.#ask(token);
    if (!verdict.accepted) return "refused";
    const current = evse.transaction;
    if (current?.token) {
      const sameGroup = verdict.group !== undefined && verdict.group === current.group;
      return sameGroup ? this.#stop(evse, token) : "refused";
    }
    if (!charger.isOperative(evse) || restarting()) return "refused";
    charger.authorise(evse, { token, group: verdict.group });
    return "accepted";
  }

  /** A start from afar. False: there is nothing to charge at. */
  remoteStart(order: RemoteStart): { accepted: boolean; running?: Transaction } {
    const { charger, restarting, settings } = this.#options;
    const evse = restarting() ? undefined : evseFor(charger, order);
    if (!evse) return { accepted: false };
    const { token, group, remoteStartId } = order;
    // After the answer: the CSMS must know that we accepted before it hears what we made of it.
    queueMicrotask(async () => {
      if (settings.authorizeRemoteStart && !(await this.#ask(token)).accepted) return;
      if (!evse.authorisation) charger.authorise(evse, { token, group, remoteStartId });
    });
    return { accepted: true, running: evse.transaction };
  }

  #stop(evse: Evse, token: Token): TokenResult {
    this.#options.charger.stop(evse, { trigger: "stop-authorised", reason: "local", token });
    return "stopped";
  }

  async #ask(token: Token): Promise<Verdict> {
    const { dialect, listed, post, settings, tokens } = this.#options;
    // The list goes before the cache: the CSMS wrote it.
    const known =
      (settings.localList ? listed(token.value) : undefined) ??
      (settings.tokenCache ? tokens.recall(token.value) : undefined);
    if (settings.localPreAuthorize && known?.accepted) return known;
    const outcome = await new Promise<Outcome>((resolve) => {
      post({ ...dialect().authorize(token), onOutcome: resolve });
    });
    if (outcome.type === "result") {
      const verdict = dialect().readVerdict(outcome.payload) ?? refused;
      tokens.remember(token.value, verdict);
      return verdict;
    }
    if (outcome.type === "error") return refused;
    if (settings.localAuthorizeOffline && known) return known;
    return settings.offlineUnknownTokens ? { accepted: true, status: "Accepted", group: undefined } : refused;
  }
}

/** The EVSE a remote start is for: the one named, else one where a car waits, else one that is free. */
function evseFor(charger: Charger, { evse: id }: Pick<RemoteStart, "evse">): Evse | undefined {
  const able = charger.evses.filter((evse) => charger.isOperative(evse) && !evse.authorisation);
  if (id !== undefined) return able.find((evse) => evse.id === id);
  return able.find(({ pluggedInto }) => pluggedInto) ?? able[0];
}

function isSame(one: Token, other: Token): boolean {
  return one.value.toLowerCase() === other.value.toLowerCase();
}

const refused: Verdict = { accepted: false, status: "Invalid", group: undefined };
