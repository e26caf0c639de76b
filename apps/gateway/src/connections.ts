import type { Duplex } from "node:stream";
import { waitForBatchesOf } from "@chargehand/db/gateways";
import { loadStationState } from "@chargehand/db/load-station";
import { releaseStation, takeStation } from "@chargehand/db/stations";
import type { WebSocket } from "ws";
import { type ConnectedStation, dismiss } from "./connected-station";
import type { Admission } from "./handshake/admit";
import type { Caller } from "./handshake/caller";
import type { House } from "./house";
import { createMailbox } from "./mailbox";
import { receiveOdd } from "./odd-frames";
import { receive } from "./receive";
import { createRecentAnswers } from "./recent-answers";
import { inviteToBoot } from "./standing";
import { createTrailingFrames } from "./trailing-frames";
import { createWebsocketLink, type Incoming } from "./websocket-link";
import { giveUp } from "./when-not-written";

/** Which station is on which line here. The newest connection of a station wins, on this gateway and on any other. */
export interface Connections {
  readonly stations: ReadonlyMap<number, ConnectedStation>;
  /** Makes the coming connection the station's only one, durably; call it before the socket is taken. */
  claim(admission: Admission, caller: Caller): Promise<Claim>;
  /** Puts the station on its socket. */
  attach(socket: WebSocket, line: Duplex, admission: Admission & { caller: Caller }, claim: Claim): void;
  /** The socket went before it was taken. */
  abandon(admission: Admission, claim: Claim): Promise<void>;
  /** Stops reading from all stations while there is no room for what they say. */
  hold(held: boolean): void;
  /** Resolves when no connection is left and each end is written. */
  empty(): Promise<void>;
}

export interface Claim {
  epoch: number;
  previousGateway?: number;
}

export interface ConnectionsOptions {
  house: House;
  /** A station is in hand, and may be told what waits for it. */
  onArrival(station: ConnectedStation): Promise<void>;
  /** A station's line is gone, and it is still in hand. */
  onDeparture(station: ConnectedStation): Promise<void>;
}

const tookOver = "a newer connection took over";

export function createConnections({ house, onArrival, onDeparture }: ConnectionsOptions): Connections {
  const { bus, db, gatewayId, log, metrics, settings } = house;
  const stations = new Map<number, ConnectedStation>();
  const departures = new Set<Promise<void>>();
  let held = false;

  function follow(departure: Promise<void>) {
    departures.add(departure);
    void departure.finally(() => departures.delete(departure));
  }

  async function arrive(station: ConnectedStation, previousGateway: number | undefined) {
    try {
      if (previousGateway !== undefined && previousGateway !== gatewayId) await waitForBatchesOf(db, previousGateway);
      const state = await loadStationState(db, station.id, station.link.version);
      if (!state) return dismiss(station, 1008, "this station was removed");
      if (stations.get(station.id) !== station) return;
      station.state = state;
      if (state.registration === "accepted") station.readyAt = Date.now() + settings.settleSeconds * 1000;
      else inviteToBoot(station, house);
      await onArrival(station);
    } catch (error) {
      giveUp(error, station, house);
    }
  }

  async function depart(station: ConnectedStation, code: number, reason: string) {
    if (station.state) await onDeparture(station).catch((error) => giveUp(error, station, house));
    station.state = undefined;
    if (stations.get(station.id) === station) stations.delete(station.id);
    metrics.connections.dec({ version: station.link.version });
    await release(station.id, station.epoch, code, reason);
    log.info({ station: station.identity, code, reason }, "station disconnected");
  }

  // Tried until it succeeds: a station that is gone must not be shown as connected for ever.
  async function release(station: number, epoch: number, code: number, reason: string) {
    try {
      if (await releaseStation(db, { station, epoch, code, reason })) bus.publish("events");
    } catch (error) {
      log.warn({ err: error, station }, "the end of a connection could not be written yet");
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await release(station, epoch, code, reason);
    }
  }

  return {
    stations,
    async claim({ station, agreement, authenticated }, { address, userAgent }) {
      const { version } = agreement;
      const arrival = { station: station.id, gateway: gatewayId, version, authenticated, userAgent };
      const claim = await takeStation(db, { ...arrival, remoteAddress: address });
      bus.publish("events");
      return claim;
    },
    attach(socket, line, { station: { id, identity }, agreement: { version }, authenticated, caller }, claim) {
      const { epoch, previousGateway } = claim;
      const earlier = stations.get(id);
      if (earlier && earlier.epoch > epoch) {
        // It claimed first and comes second. The newer one's claim cannot have seen this one's row, so we end it.
        socket.close(1008, tookOver);
        return follow(release(id, epoch, 1008, tookOver));
      }

      const link = createWebsocketLink(socket, line, version, {
        onMessage: (incoming) => hear(incoming, station, house),
        onThrottled: () => log.warn({ station: identity }, "a station sends faster than it may; reading more slowly"),
        onClose(code, reason) {
          follow(station.mailbox.run(() => depart(station, code, reason)));
        },
      });
      const mailbox = earlier?.mailbox ?? createMailbox();
      const recent = createRecentAnswers();
      const trailing = createTrailingFrames((frames) =>
        house.journal.commit({ station: id, epoch, frames }).catch((error) => giveUp(error, station, house)),
      );
      const beginning = { state: undefined, readyAt: Number.POSITIVE_INFINITY };
      const station: ConnectedStation = {
        id,
        identity,
        epoch,
        authenticated,
        dialed: { host: caller.host, secure: caller.secure },
        link,
        mailbox,
        recent,
        trailing,
        ...beginning,
      };
      stations.set(id, station);
      if (held) link.hold(true);
      if (earlier) dismiss(earlier, 1008, tookOver);
      metrics.connections.inc({ version });
      log.info({ station: identity, version, epoch }, "station connected");
      void mailbox.run(() => arrive(station, previousGateway));
    },
    abandon: ({ station }, { epoch }) => release(station.id, epoch, 1006, "gone before the handshake was over"),
    hold(hold) {
      held = hold;
      for (const { link } of stations.values()) link.hold(hold);
    },
    async empty() {
      while (departures.size > 0 || stations.size > 0) {
        await Promise.race([...departures, new Promise((resolve) => setTimeout(resolve, 50))]);
      }
    },
  };
}

async function hear(incoming: Incoming, station: ConnectedStation, house: House) {
  const { frame } = incoming;
  try {
    if (frame.kind === "call" || frame.kind === "send") await receive({ ...incoming, frame }, station, house);
    else await station.mailbox.run(() => receiveOdd({ ...incoming, frame }, station, house));
  } catch (error) {
    // The loop that must survive: whatever one message does, the next one and every other station go on.
    house.log.error({ err: error, station: station.identity }, "a message could not be handled");
    giveUp(error, station, house);
  }
}
