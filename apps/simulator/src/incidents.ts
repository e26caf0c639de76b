import { randomUUID } from "node:crypto";
import { type DemoStation, demoTokens } from "./demo-plan";
import type { JsonObject } from "./json";
import type { VirtualStation } from "./station";
import type { Clock } from "./time/clock";

/** A station of ours and what it stands for in the demo; one that somebody added stands for nothing. */
export type Played = { station: VirtualStation; plan?: DemoStation };

type Stage = { stations: readonly Played[]; clock: Clock };

/**
 * Trouble as it happens in real networks, to be tried out. It is done to stations that exist in this process, by their own
 * methods: there is no way from here to anything real. Each tells which stations it befell, and ends by itself.
 */
export const incidents = {
  /** Every station of the largest site falls silent, and comes back. */
  "power-loss": ({ stations, clock }) => {
    const site = largest(stations, ({ plan }) => plan?.site);
    for (const { station } of site) station.goOffline();
    clock.after(lastsMs, () => {
      for (const { station } of site) void station.goOnline().catch(() => station.run());
    });
    return site;
  },

  /** Some stations of one model try an update that does not take; what they are left with is broken. */
  "bad-firmware": ({ stations, clock }) => {
    const model = largest(stations, ({ plan }) => plan?.model).slice(0, 3);
    for (const { station } of model) {
      station.order({ firmware: "installation-failed" });
      void failToInstall(station, clock);
      clock.after(lastsMs, () => {
        station.order({ firmware: undefined });
        void station.repair(1);
      });
    }
    return model;
  },

  /** A station sees its certificate run out in a week, says so, and asks for a new one. */
  "expiring-certificate": ({ stations, clock }) => {
    const own = stations.filter(({ station }) => station.version !== "1.6" && station.online).slice(0, 1);
    for (const { station } of own) {
      const eventId = Math.floor(station.now() / 1_000) % 1_000_000;
      void station.say("NotifyEvent", certificateEvent(station, eventId, false));
      void station.say("SignCertificate");
      clock.after(lastsMs, () => void station.say("NotifyEvent", certificateEvent(station, eventId, true)));
    }
    return own;
  },

  /** A session begins and is never heard of again, at a place where no car stands. */
  "ghost-session": ({ stations }) => {
    const own = stations.flatMap(({ station, plan }) => {
      const evse = station.online
        ? station.charger.evses.find((one) => !one.transaction && !one.pluggedInto)
        : undefined;
      return evse ? [{ station, plan, evse: evse.id }] : [];
    });
    for (const { station, evse } of own.slice(0, 1)) beginGhost(station, evse);
    return own.slice(0, 1);
  },
} as const satisfies Record<string, (stage: Stage) => readonly Played[]>;

type IncidentName = keyof typeof incidents;

/** An incident by its name, as it was asked for. */
export const incidentNamed = (name: string): IncidentName | undefined =>
  // Object.keys forgets the names; the table is the only source of them.
  (Object.keys(incidents) as IncidentName[]).find((known) => known === name);

/** Long enough to be noticed, short enough to be waited for. */
const lastsMs = 3 * 60_000;

/** The most stations that have something in common. */
function largest(stations: readonly Played[], of: (one: Played) => unknown): Played[] {
  const groups = new Map<unknown, Played[]>();
  for (const one of stations) groups.set(of(one), [...(groups.get(of(one)) ?? []), one]);
  return [...groups.values()].reduce((most, group) => (group.length > most.length ? group : most), []);
}

async function failToInstall(station: VirtualStation, clock: Clock): Promise<void> {
  for (const status of ["Downloading", "Downloaded", "Installing", "InstallationFailed"]) {
    await station.say("FirmwareStatusNotification", {
      status,
      ...(station.version !== "1.6" && { requestId: 1 }),
    });
    await new Promise<void>((resolve) => clock.after(stepMs, resolve));
  }
  await station.fault(1, "InternalError");
}

const stepMs = 1_000;

const iso = (at: number): string => new Date(at).toISOString();

function certificateEvent(station: VirtualStation, eventId: number, cleared: boolean): JsonObject {
  const now = station.now();
  return {
    generatedAt: iso(now),
    seqNo: 0,
    eventData: [
      {
        eventId,
        timestamp: iso(now),
        trigger: "Alerting",
        actualValue: iso(now + weekMs),
        cleared,
        techInfo: "The certificate of this station expires in seven days.",
        component: { name: "SecurityCtrlr" },
        variable: { name: "CertificateExpiry" },
        eventNotificationType: "HardWiredNotification",
      },
    ],
  };
}

const weekMs = 7 * 24 * 3_600_000;

function beginGhost(station: VirtualStation, evse: number): void {
  const [{ value }] = demoTokens;
  const timestamp = iso(station.now());
  if (station.version === "1.6") {
    const meterStart = Math.floor(station.reading(evse).wh);
    void station.say("StartTransaction", { connectorId: evse, idTag: value, meterStart, timestamp });
    return;
  }
  void station.say("TransactionEvent", {
    eventType: "Started",
    timestamp,
    triggerReason: "Authorized",
    seqNo: 0,
    transactionInfo: { transactionId: randomUUID(), chargingState: "EVConnected" },
    evse: { id: evse, connectorId: 1 },
    idToken: { idToken: value, type: "ISO14443" },
  });
}
