import {
  advanceQueue,
  giveUpProof,
  nextCommand,
  overdueCommands,
  stationsWithCommands,
  unansweredCommands,
} from "@chargehand/db/command-queue";
import type { CommandType } from "@chargehand/domain/command";
import { decideProgress } from "@chargehand/domain/commands/decide-progress";
import { asWished } from "@chargehand/domain/commands/firmware-proof";
import { isRunning } from "@chargehand/domain/sessions/find-session";
import type { StationState } from "@chargehand/domain/station-state";
import { dialects } from "@chargehand/ocpp/dialects";
import type { ConnectedStation } from "./connected-station";
import { deliver } from "./deliver";
import { noteArrivals } from "./files/arrivals";
import { withFile } from "./files/file-places";
import { withVersion } from "./firmware/fill-in";
import type { House } from "./house";
import { settle } from "./settle";
import { checkStanding } from "./standing";

/** The command table is the queue; this empties it towards the stations that are in hand. */
export interface Commands {
  /** A station is in hand: what became of its commands meanwhile is found out, and what waits for it is sent. */
  arrived(station: ConnectedStation): Promise<void>;
  /** Somebody did something about a station: decided about it, gave it a command, or took a file from it. */
  heard(station: ConnectedStation): Promise<void>;
  /** What was sent and never answered is in doubt once its line is gone: it is never sent again by itself. */
  doubt(station: ConnectedStation): Promise<void>;
  /** What time brings about: holds that end, commands that run out, proofs that did not come. */
  tick(): Promise<void>;
}

export function createCommands(stations: ReadonlyMap<number, ConnectedStation>, house: House): Commands {
  const { bus, db, gatewayId, log } = house;
  const busy = new Set<ConnectedStation>();
  const askedAgain = new Set<ConnectedStation>();

  async function empty(station: ConnectedStation) {
    while (mayBeTold(station)) {
      askedAgain.delete(station);
      const queued = await nextCommand(db, station.id, {
        types: sayable(station.state),
        keepsIdleResets: station.state && cannotWait(station.state),
      });
      if (queued) await deliver(queued, station, house);
      else if (!askedAgain.has(station)) return;
    }
  }

  /** Sends what waits for a station, in order and one at a time, as far as it may be told anything now. */
  function work(station: ConnectedStation) {
    askedAgain.add(station);
    if (busy.has(station)) return;
    busy.add(station);
    void empty(station)
      .catch((error) => log.error({ err: error, station: station.identity }, "a command could not be delivered"))
      .finally(() => busy.delete(station));
  }

  async function giveUpOverdue() {
    for (const { id, station: number, type } of await overdueCommands(db, gatewayId)) {
      const station = stations.get(number);
      await station?.mailbox.run(async () => {
        if (!station.state) return;
        const progress = { step: "deadline-passed", id, commandType: type, at: new Date() } as const;
        const decision = decideProgress(station.state, progress);
        if (decision.changes.commands) await settle(decision, station, house);
        else if ((await giveUpProof(db, id)) > 0) bus.publish("events");
      });
    }
    if ((await giveUpProof(db)) > 0) bus.publish("events");
  }

  async function doubt(station: ConnectedStation) {
    for (const { id, type, command, action, payload, sentAt } of await unansweredCommands(db, station.id)) {
      if (!station.state) return;
      const effect = action === undefined ? undefined : dialects[station.link.version].effect(action);
      const wished = asWished(payload && effect?.proof?.(payload), await withVersion(command, house));
      const plan = withFile({ type }, wished);
      const progress = { step: "in-doubt", id, commandType: type, at: new Date(), plan, sentAt } as const;
      await settle(decideProgress(station.state, progress), station, house);
    }
  }

  return {
    async arrived(station) {
      await doubt(station);
      // Not waited for: a station arrives with its mailbox in use. A file may have come while nobody here knew of it.
      void noteArrivals(station, house);
      work(station);
    },
    async heard(station) {
      await checkStanding(station, house);
      await noteArrivals(station, house);
      work(station);
    },
    doubt,
    async tick() {
      if ((await advanceQueue(db)) > 0) bus.publish("events");
      for (const number of await stationsWithCommands(db, gatewayId)) {
        const station = stations.get(number);
        if (station) work(station);
      }
      await giveUpOverdue();
    },
  };
}

const mayBeTold = ({ state, readyAt }: ConnectedStation) => state !== undefined && Date.now() >= readyAt;

/** Somebody charges at a station whose version has no reset that waits for them. */
const cannotWait = ({ version, sessions }: StationState) =>
  version === "1.6" && [...sessions.values()].some((session) => isRunning(session) && !session.orphan);

// OCPP lets a station that waits for acceptance be asked and set up, but not be told to charge (2.x: B02).
const beforeAcceptance: readonly CommandType[] = ["trigger", "read-variables", "write-variables", "reset", "raw"];

const sayable = (state: StationState | undefined) =>
  state?.approval === "approved" && state.registration === "accepted" ? undefined : beforeAcceptance;
