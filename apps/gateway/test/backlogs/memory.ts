import { decide, factsNeeded } from "@chargehand/domain/decide";
import type { Decision } from "@chargehand/domain/decision";
import type { FactNeeded, Facts } from "@chargehand/domain/facts";
import type { Report } from "@chargehand/domain/report";
import type { SessionState, StationState } from "@chargehand/domain/station-state";
import { foldToken } from "@chargehand/domain/vocabulary";
import { dialects } from "@chargehand/ocpp/dialects";
import type { Version } from "@chargehand/ocpp/version";

/** A gateway and its database as far as sessions go, in memory: what is decided is kept, and found again. */
export class Memory {
  readonly sessions = new Map<number, SessionState>();
  #frames: { session: number; sequence: number; payload: string; answer: string }[] = [];
  #ids = 0;
  #now: number;
  #state: StationState;

  constructor(version: Version, now: number) {
    this.#now = now;
    this.#state = {
      id: 1,
      identity: "CS-1",
      approval: "approved",
      registration: "accepted",
      version,
      connected: true,
      heartbeatSeconds: 300,
      connectors: new Map(),
      sessions: new Map(),
      proving: [],
    };
  }

  /** The gateway is started anew: what it had in hand is read again. */
  restart(): void {
    this.#now += 5_000;
    const recent = [...this.sessions.values()].filter(
      ({ orphan, status, endReceivedAt }) =>
        !orphan && (status === "open" || (endReceivedAt?.getTime() ?? 0) > this.#now - 3_600_000),
    );
    this.#state = { ...this.#state, sessions: new Map(recent.map((session) => [session.wireId ?? "", session])) };
  }

  /** Hears a message and answers it. */
  hear(action: string, payload: object): object {
    this.#now += 200;
    const adapter = dialects[this.#state.version].inbound(action);
    if (!adapter) throw new Error(`no action ${action}`);
    const receivedAt = new Date(this.#now);
    const report = adapter.toReport(payload, { receivedAt, note: () => undefined });
    const decision = this.#decide(report, { receivedAt, unknownTokens: "accept", payload: JSON.stringify(payload) });
    const { outcome } = decision;
    if (outcome.type === "repeated") return JSON.parse(outcome.answer) as object;
    if (outcome.type === "refused") throw new Error(outcome.detail);
    const answer = adapter.toAnswer(outcome, { now: receivedAt }, payload);
    this.#keep(decision, JSON.stringify(payload), JSON.stringify(answer));
    return answer;
  }

  /** The station says that it holds nothing more of a session, as it is asked where messages are missing. */
  saysThatIsAll(): void {
    for (const { wireId, attention } of [...this.sessions.values()]) {
      if (!attention.includes("gap")) continue;
      const circumstances = { receivedAt: new Date(this.#now), unknownTokens: "accept", payload: "{}" } as const;
      this.#keep(this.#decide({ type: "transaction-status", session: wireId, messagesInQueue: false }, circumstances));
    }
  }

  #decide(report: Report, circumstances: Parameters<typeof decide>[3]): Decision {
    let facts: Facts = {};
    for (let missing = factsNeeded(this.#state, report, facts, circumstances); missing.length > 0; ) {
      for (const need of missing) facts = { ...facts, ...this.#fact(need) };
      missing = factsNeeded(this.#state, report, facts, circumstances);
    }
    return decide(this.#state, report, facts, circumstances);
  }

  #keep({ state, changes, session, sequence }: Decision, payload = "{}", answer = "{}"): void {
    this.#state = state;
    for (const each of [...(changes.opened ?? []), ...(changes.updated ?? [])]) this.sessions.set(each.id, each);
    if (session !== undefined && sequence !== undefined) this.#frames.push({ session, sequence, payload, answer });
  }

  #fact(need: FactNeeded): Facts {
    const all = [...this.sessions.values()];
    switch (need.fact) {
      case "session": {
        const named = all.filter(({ wireId }) => wireId === need.wireId);
        return { session: { found: named.find(({ orphan }) => !orphan) ?? named.at(-1) } };
      }
      case "same-start":
        return {
          sameStart: {
            found: all.find(
              ({ orphan, startedAt, place, meterStartWh, token }) =>
                !orphan &&
                startedAt?.getTime() === need.at.getTime() &&
                place?.evse === need.evse &&
                meterStartWh === need.meterStartWh &&
                foldToken(token?.value ?? "") === foldToken(need.token),
            ),
          },
        };
      case "first-report": {
        const { session, sequence } = need;
        return {
          firstReport: { found: this.#frames.find((each) => each.session === session && each.sequence === sequence) },
        };
      }
      case "ids":
        this.#ids += 1;
        return { ids: { session: this.#ids, transaction: 5000 + this.#ids } };
      case "token":
        return { token: { found: undefined } };
      default:
        throw new Error(`nobody needs ${need.fact} here`);
    }
  }
}
