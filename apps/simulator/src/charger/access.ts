import type { Blocks } from "../blocks/blocks";
import type { Dialect, Verdict } from "../dialects/dialect";
import type { TokenCache } from "../token-cache";
import type { Message } from "../wire/outbox";
import type { Outcome } from "../wire/outcome";
import type { Charger } from "./charger";
import type { RemoteStart } from "./controls";
import type { Evse } from "./evse";
import type { Settings } from "./settings";
import type { Authorisation, Token, Transaction } from "./transaction";

/** What came of presenting a token. */
export type TokenResult = "accepted" | "refused" | "stopped";

export type AccessOptions = {
  charger: Charger;
  settings: Settings;
  tokens: TokenCache;
  blocks(): Blocks;
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
    const { blocks, charger, restarting } = this.#options;
    const running = evse.transaction;
    if (running?.token && isSame(running.token, token)) return this.#stop(evse, token);
    if (blocks().awaitsPayment(evse)) return "refused";
    const verdict = await this.#ask(token);
    if (!verdict.accepted) return "refused";
    const current = evse.transaction;
    if (current?.token) {
      const sameGroup = verdict.group !== undefined && verdict.group === current.group;
      return sameGroup ? this.#stop(evse, token) : "refused";
    }
    if (!charger.isOperative(evse) || restarting()) return "refused";
    const person = { token: token.value, group: verdict.group };
    if (!blocks().reservations.admits(evse, person)) return "refused";
    if (verdict.tariff) blocks().tariffs.setForDriver(token, verdict.tariff);
    this.#authorise(evse, { token, group: verdict.group });
    return "accepted";
  }

  /** A start from afar. False: there is nothing to charge at. */
  remoteStart(order: RemoteStart): { accepted: boolean; running?: Transaction } {
    const { restarting, settings } = this.#options;
    const evse = restarting() ? undefined : this.#evseFor(order);
    if (!evse) return { accepted: false };
    const { token, group, remoteStartId } = order;
    // After the answer: the CSMS must know that we accepted before it hears what we made of it.
    queueMicrotask(async () => {
      if (settings.authorizeRemoteStart && !(await this.#ask(token)).accepted) return;
      if (!evse.authorisation) this.#authorise(evse, { token, group, remoteStartId });
    });
    return { accepted: true, running: evse.transaction };
  }

  /** Lets somebody charge; the place that was kept for him has done its duty then. */
  #authorise(evse: Evse, authorisation: Authorisation): void {
    const { blocks, charger } = this.#options;
    const { reservations } = blocks();
    if (blocks().awaitsPayment(evse)) blocks().payments.settle(evse);
    const person = { token: authorisation.token.value, group: authorisation.group };
    const reservationId = reservations.claim(evse, person);
    charger.authorise(evse, { ...authorisation, reservationId });
    if (reservationId !== undefined) reservations.cancel(reservationId);
  }

  /** The EVSE a remote start is for: the one named, else one where a car waits, else one that is free. */
  #evseFor({ evse: id, group, token }: RemoteStart): Evse | undefined {
    const { blocks, charger } = this.#options;
    const { reservations } = blocks();
    const able = charger.evses.filter(
      (evse) =>
        charger.isOperative(evse) && !evse.authorisation && reservations.admits(evse, { token: token.value, group }),
    );
    if (id !== undefined) return able.find((evse) => evse.id === id);
    return able.find(({ pluggedInto }) => pluggedInto) ?? able[0];
  }

  #stop(evse: Evse, token: Token): TokenResult {
    this.#options.charger.stop(evse, { trigger: "stop-authorised", reason: "local", token });
    return "stopped";
  }

  async #ask(token: Token): Promise<Verdict> {
    const { blocks, dialect, post, settings, tokens } = this.#options;
    // The list goes before the cache: the CSMS wrote it.
    const known =
      (settings.localList ? blocks().localList.recall(token.value) : undefined) ??
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

function isSame(one: Token, other: Token): boolean {
  return one.value.toLowerCase() === other.value.toLowerCase();
}

const refused: Verdict = { accepted: false, status: "Invalid", group: undefined };
