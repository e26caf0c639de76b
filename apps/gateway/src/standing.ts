import { findClosed } from "@chargehand/db/load-session";
import { loadTariff } from "@chargehand/db/load-tariff";
import { readStanding } from "@chargehand/db/stations";
import { nothing } from "@chargehand/domain/decision";
import type { SessionState, StationState } from "@chargehand/domain/station-state";
import { type ConnectedStation, dismiss } from "./connected-station";
import type { House } from "./house";
import { settle } from "./settle";
import { giveUp } from "./when-not-written";

/** Takes over what the operator changed about a station that is connected: approved, refused, retired, given a password. */
export async function checkStanding(station: ConnectedStation, house: House): Promise<void> {
  const open = [...(station.state?.sessions.values() ?? [])].filter(({ status }) => status === "open");
  const [standing, tariff, closed] = await Promise.all([
    readStanding(house.db, station.id),
    loadTariff(house.db, station.id),
    findClosed(
      house.db,
      open.map(({ id }) => id),
    ),
  ]);
  await station.mailbox.run(async () => {
    if (!station.state) return;
    if (!standing) return dismiss(station, 1008, "this station was removed");
    const state = withClosed(station.state, open, closed);
    station.state = state;
    const { approval, heartbeatSeconds, needsPassword, site } = standing;
    if (site !== state.site || tariff?.id !== state.tariff?.id || tariff?.version !== state.tariff?.version) {
      station.state = { ...state, site, tariff };
    }
    if (approval === state.approval && heartbeatSeconds === state.heartbeatSeconds) return;

    if (approval === "refused" || approval === "retired") return dismiss(station, 1008, `this station was ${approval}`);
    // It came in on its bare word; from now on that is not enough.
    const mustProve = approval === "approved" && needsPassword && station.authenticated === "none";
    if (mustProve) return dismiss(station, 1008, "approved: connect again with the password");

    const decision = nothing({ ...state, approval, heartbeatSeconds, site, tariff }, { type: "acknowledged" });
    const newlyApproved = approval === "approved" && state.approval !== "approved";
    // A pending station asks again after its interval; asked now, it is in service at once.
    const followUps = newlyApproved && state.registration === "pending" ? [bootAgain] : [];
    try {
      await settle({ ...decision, changes: { ...decision.changes, followUps } }, station, house);
    } catch (error) {
      giveUp(error, station, house);
    }
  });
}

/** What a person decided about sessions that were looked up is taken into those in hand: that one is over, or is not after all. */
function withClosed(
  state: StationState,
  asked: readonly SessionState[],
  closed: ReadonlyMap<number, Date>,
): StationState {
  const changed = asked.flatMap(({ id, wireId = "" }) => {
    const session = state.sessions.get(wireId);
    const closedAt = closed.get(id);
    if (session?.id !== id) return [];
    return session.closedAt?.getTime() === closedAt?.getTime() ? [] : [[wireId, { ...session, closedAt }] as const];
  });
  return changed.length === 0 ? state : { ...state, sessions: new Map([...state.sessions, ...changed]) };
}

/** Some stations never boot by themselves: one that we do not know to have booted is asked to, after a while. */
export function inviteToBoot(station: ConnectedStation, house: House): void {
  const timer = setTimeout(() => {
    void station.mailbox.run(async () => {
      const { state } = station;
      if (state?.registration !== "none") return;
      station.readyAt = 0;
      const invitation = { ...nothing(state, { type: "acknowledged" }), changes: { followUps: [bootFirst] } };
      await settle(invitation, station, house).catch((error) => giveUp(error, station, house));
    });
  }, house.settings.settleSeconds * patience);
  timer.unref();
}

const patience = 6 * 1000;
const bootFirst = {
  command: { type: "trigger", message: "boot" },
  reason: "the station did not boot by itself",
} as const;
const bootAgain = { command: { type: "trigger", message: "boot" }, reason: "the station was approved" } as const;
