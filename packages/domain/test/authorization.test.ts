import { describe, expect, it } from "vitest";
import { authorize, type Occasion, type TokenRecord } from "../src/authorization";
import { factsNeeded } from "../src/decide";
import { recheckTokens, tokenKey, tokensInUse } from "../src/sessions/recheck-tokens";
import type { StationState } from "../src/station-state";
import { after, circumstances, decided, ids, now, sessionReport, station } from "./factories";

const token = { value: "ABC", kind: "iso14443" };
const known = (facts: Partial<TokenRecord> = {}): TokenRecord => ({ ...token, standing: "active", ...facts });
const at = (facts: Partial<Occasion> = {}): Occasion => ({
  purpose: "start",
  now,
  unknownTokens: "reject",
  station: 1,
  site: 7,
  evse: 2,
  connectors: [
    { evse: 1, type: "cCCS2" },
    { evse: 2, type: "sType2" },
  ],
  ...facts,
});
const place = { evse: 1, connector: 1 };
const start = sessionReport({ phase: "started", sequence: 0, token, place });

describe("a token that is presented", () => {
  it.each([
    [{ standing: "blocked", expiresAt: now }, "blocked"],
    [{ expiresAt: now }, "expired"],
    [{ standing: "no-credit" }, "no-credit"],
    [{ validFrom: after(1) }, "not-now"],
    [{ masterPass: true }, "stops-only"],
    [{ places: [] }, "not-here"],
    [{ places: [{ site: 8 }] }, "not-here"],
    [{ places: [{ station: 1, evse: 1 }] }, "not-here"],
    [{ places: [{ site: 7 }] }, "accepted"],
    [{ places: [{ station: 1, evse: 2 }] }, "accepted"],
    [{ connectorTypes: ["cCCS2"] }, "wrong-type"],
    [{ connectorTypes: ["stype2"] }, "accepted"],
    [{ maxSessions: 2 }, "concurrent"],
    [{ maxSessions: 3 }, "accepted"],
  ] as const)("%o is %s where it is to begin", (facts, status) => {
    expect(authorize(token, known(facts), at({ otherSessions: 2 })).status).toBe(status);
  });

  it("may always end what runs, unless it was revoked", () => {
    for (const facts of [
      { masterPass: true },
      { places: [] },
      { maxSessions: 1 },
      { standing: "no-credit" },
    ] as const) {
      expect(authorize(token, known(facts), at({ purpose: "stop", otherSessions: 9 })).status).toBe("accepted");
    }
    expect(authorize(token, known({ standing: "blocked" }), at({ purpose: "stop" })).status).toBe("blocked");
  });

  it("is told the evses it is kept to, where it is kept to some", () => {
    const evses = (places: TokenRecord["places"]) =>
      authorize(token, known({ places }), at({ purpose: "ask", evse: undefined })).evses;
    expect(evses([{ station: 1, evse: 3 }, { station: 1, evse: 2 }, { station: 9 }])).toEqual([2, 3]);
    expect(evses([{ station: 1, evse: 3 }, { site: 7 }])).toBeUndefined();
    expect(evses(undefined)).toBeUndefined();
  });

  it("may use some types of connectors only, where the station told which it has", () => {
    const asks = (facts: Partial<Occasion>) =>
      authorize(token, known({ connectorTypes: ["cCCS2"] }), at({ purpose: "ask", evse: undefined, ...facts }));
    expect(asks({})).toMatchObject({ status: "accepted", evses: [1] });
    expect(asks({ connectors: [{ evse: 1, type: "sType2" }] }).status).toBe("wrong-type");
    expect(asks({ connectors: undefined })).toMatchObject({ status: "accepted", evses: undefined });
  });

  it("by nobody, of a button, is accepted whatever is kept of it", () => {
    expect(authorize({ value: "", kind: "noauthorization" }, undefined, at()).status).toBe("accepted");
  });

  it("of a payment at the terminal, which nobody can know beforehand, is accepted where strangers are not, unless it is kept as blocked", () => {
    const payment = { value: "PSP-4711", kind: "directpayment" };
    const stranger = { value: "PSP-4711", kind: "iso14443" };
    const strict = at({ unknownTokens: "reject" });
    expect(authorize(payment, undefined, strict).status).toBe("accepted");
    expect(authorize(stranger, undefined, strict).status).toBe("unknown");
    expect(authorize(payment, { ...payment, standing: "blocked" }, strict).status).toBe("blocked");
  });
});

describe("a start that we ordered ourselves", () => {
  const proving = [
    {
      id: 90,
      type: "start",
      plan: { watch: { for: "session-started", token: { value: "KIOSK-1", kind: "central" } }, deadlineSeconds: 90 },
      sentAt: now,
      proof: "waiting",
      answered: true,
    },
  ] as const;
  const ordered = { value: "kiosk-1", kind: "unknown" };

  it("is accepted with a token that nobody else knows, and so are its later messages", () => {
    const facts = { token: { found: undefined } };
    const first = decided(
      station({ version: "1.6", proving }),
      { ...start, session: undefined, sequence: undefined, token: ordered },
      {
        unknownTokens: "reject",
        facts,
      },
    );
    expect(first.outcome).toMatchObject({ authorization: { status: "accepted" } });
    // 1.6 does not carry our number: the session has it all the same.
    expect(first.changes.opened).toMatchObject([{ remoteStartId: 90 }]);
    const end = decided(
      first.state,
      sessionReport({
        phase: "ended",
        session: String(ids.transaction),
        sequence: undefined,
        token: ordered,
        at: after(9),
      }),
      { unknownTokens: "reject", facts },
    );
    expect(end.outcome).toMatchObject({ authorization: { status: "accepted" } });
  });

  it("is a stranger's where nobody ordered it", () => {
    const stranger = decided(station(), { ...start, token: ordered }, { unknownTokens: "reject" });
    expect(stranger.outcome).toMatchObject({ authorization: { status: "unknown" } });
  });
});

describe("the sessions of a token", () => {
  const limited = { token: { found: known({ maxSessions: 1 }) } };
  const needs = (report: typeof start, facts = limited) =>
    factsNeeded(station(), report, { ...facts, session: { found: undefined }, ids }, circumstances());

  it("are counted only where it has a limit, and only when one begins now", () => {
    expect(needs(start)).toEqual([{ fact: "open-sessions", token }]);
    expect(needs(start, { token: { found: known() } })).toEqual([]);
    expect(needs({ ...start, phase: "ended" })).toEqual([]);
    expect(needs({ ...start, offline: true })).toEqual([]);
    expect(needs({ ...start, token: undefined })).toEqual([]);
  });

  it("do not count the one that is spoken of, nor one that ends because this one begins", () => {
    const facts = { ...limited, openSessions: [ids.session] };
    const first = decided(station(), start, { facts: { ...limited, openSessions: [] } });
    expect(first.outcome).toMatchObject({ authorization: { status: "accepted" } });
    const again = decided(
      first.state,
      { ...start, session: "tx-2" },
      { facts: { ...facts, ids: { session: 42, transaction: 1 } } },
    );
    expect(again.outcome).toMatchObject({ authorization: { status: "accepted" } });
    const elsewhere = decided(
      first.state,
      { ...start, session: "tx-3", place: { evse: 2 } },
      { facts: { ...facts, ids: { session: 43, transaction: 2 } } },
    );
    expect(elsewhere.outcome).toMatchObject({ authorization: { status: "concurrent" } });
  });
});

describe("a token that is revoked while it charges", () => {
  const charging = decided(station(), start, { facts: { token: { found: known({ group: "G" }) } } }).state;
  const recheck = (state: StationState, found: TokenRecord | undefined, revocation: "ask" | "stop" = "ask") =>
    recheckTokens(state, {
      tokens: new Map(tokensInUse(state).map((each) => [tokenKey(each), found])),
      now,
      unknownTokens: "reject",
      revocation,
    });

  it.each([
    [known({ standing: "blocked" }), "blocked"],
    [known({ expiresAt: now }), "expired"],
    [known({ standing: "no-credit" }), "no-credit"],
    [undefined, "unknown"],
  ] as const)("%o is %s in its session, and in the answer to its next message", (found, status) => {
    const decision = recheck(charging, found);
    expect(decision?.changes.updated).toMatchObject([{ authorization: status }]);
    const next = decided(decision?.state ?? charging, sessionReport({ sequence: 1 }));
    expect(next.outcome).toMatchObject({ authorization: { status, group: "G" } });
  });

  it("changes nothing where it is still good, or was moved to places elsewhere", () => {
    expect(recheck(charging, known())).toBeUndefined();
    expect(recheck(charging, known({ places: [] }))).toBeUndefined();
  });

  it("is stopped where the network wants that, else left to a person", () => {
    const blocked = known({ standing: "blocked" });
    expect(recheck(charging, blocked)?.changes.followUps).toBeUndefined();
    expect(recheck(charging, blocked, "stop")?.changes.followUps).toEqual([
      { command: { type: "stop", session: "tx-1" }, reason: "its token is blocked now" },
    ]);
  });

  it("may charge again when it is let in again", () => {
    const revoked = recheck(charging, known({ standing: "blocked" }))?.state ?? charging;
    const back = recheck(revoked, known());
    expect(back?.changes.updated).toMatchObject([{ authorization: "accepted" }]);
    expect(decided(back?.state ?? revoked, sessionReport({ sequence: 1 })).outcome).not.toHaveProperty(
      "authorization",
      expect.anything(),
    );
  });

  it("is not, where we ordered its charge and never kept it", () => {
    const session = [...charging.sessions.values()].map((each) => ({ ...each, remoteStartId: 5 }));
    const state = { ...charging, sessions: new Map(session.map((each) => [each.wireId ?? "", each])) };
    expect(recheck(state, undefined)).toBeUndefined();
  });
});
