import type { EvseSpec } from "./charger/evse";

/**
 * The demo network as plain data: which stations there are, what they are, where they stand. The seeding script writes it
 * into the database, the simulator brings it to life; both read it here, so they cannot disagree.
 */
export type DemoStation = {
  identity: string;
  version: "1.6" | "2.0.1" | "2.1";
  vendor: string;
  model: string;
  serial: string;
  firmware: string;
  /** Which of the sites it stands at, from 0. */
  site: number;
  evses: EvseSpec[];
  /** How 2.x tells that a connector changed. */
  availabilityBy: "StatusNotification" | "NotifyEvent";
  /** Broken from the start. */
  broken?: { evse: number; code: string };
  /** Loses its line now and then. */
  unsteady?: boolean;
};

/** One connector as the version of its station counts it: in 1.6 each is an EVSE of its own. */
export type DemoConnector = { evse: number; connector: number; type: string; current: "AC" | "DC"; watts: number };

export const demoSites = [0, 1, 2] as const;

/** Drivers of the demo network. Whoever seeds tokens must accept them. */
export const demoTokens = [
  { value: "04A1B2C3D4E5F6", kind: "ISO14443", holder: "Astrid Lund" },
  { value: "04B7C81122AA10", kind: "ISO14443", holder: "Marek Nowak" },
  { value: "04C3D9F0117722", kind: "ISO14443", holder: "Ines Carvalho" },
  { value: "04D4E0A9935533", kind: "ISO14443", holder: "Jonas Weber" },
  { value: "04E5F1B8044144", kind: "ISO14443", holder: "Leila Haddad" },
  { value: "04F6A2C7155955", kind: "ISO14443", holder: "Pekka Salo" },
  { value: "049723D6266866", kind: "ISO14443", holder: "Chiara Moretti" },
  { value: "04A834E5377777", kind: "ISO14443", holder: "Owen Hughes" },
  { value: "04B945F4488688", kind: "ISO14443", holder: "Fleet van 12" },
  { value: "04CA560359959A", kind: "ISO14443", holder: "Fleet van 17" },
] as const;

/** The first so many stations of the demo network. */
export function demoPlan(count = 25): DemoStation[] {
  return Array.from({ length: count }, (_, index) => demoStation(index, count));
}

/** The connectors of a station, numbered as its version does. */
export function demoConnectors({ evses, version }: Pick<DemoStation, "evses" | "version">): DemoConnector[] {
  const places = evses.flatMap((evse, index) =>
    evse.connectors.map(({ type }, place) => ({ evse: index + 1, connector: place + 1, type, ...power(evse) })),
  );
  return version === "1.6" ? places.map((place, index) => ({ ...place, evse: index + 1, connector: 1 })) : places;
}

function demoStation(index: number, count: number): DemoStation {
  const number = String(index + 1).padStart(4, "0");
  const version = versions[index % versions.length] ?? "1.6";
  // Seven models against three versions: every model comes in every version.
  const product = products[index % products.length] ?? wallbox;
  return {
    identity: `CS-${number}`,
    version,
    vendor: product.vendor,
    model: product.model,
    serial: `${product.prefix}${26_000_000 + index * 1_371}`,
    firmware: product.firmware,
    site: Math.min(demoSites.length - 1, Math.floor((index * demoSites.length) / count)),
    evses: product.evses,
    availabilityBy: version === "2.1" && index % 2 === 0 ? "NotifyEvent" : "StatusNotification",
    ...broken[index],
    ...(index === 13 && { unsteady: true }),
  };
}

const versions = ["1.6", "2.0.1", "2.1"] as const;

const broken: Record<number, { broken: { evse: number; code: string } } | undefined> = {
  6: { broken: { evse: 2, code: "GroundFailure" } },
  19: { broken: { evse: 1, code: "ConnectorLockFailure" } },
};

type Product = { vendor: string; model: string; prefix: string; firmware: string; evses: EvseSpec[] };

const socket22 = ac(3, 32, "sType2");
const wallbox: Product = {
  vendor: "Kestrel",
  model: "K22",
  prefix: "KT",
  firmware: "5.2.11",
  evses: [socket22, socket22],
};

const products: Product[] = [
  wallbox,
  {
    vendor: "Voltara",
    model: "D150",
    prefix: "VD",
    firmware: "2.8.0",
    evses: [dc(150, "cCCS2"), dc(150, "cCCS2"), socket22],
  },
  {
    vendor: "Ampere Bay",
    model: "Quad 11",
    prefix: "AB",
    firmware: "1.19.3",
    evses: [ac(3, 16, "sType2"), ac(3, 16, "sType2"), ac(3, 16, "sType2"), ac(3, 16, "sType2")],
  },
  {
    vendor: "Norrlund",
    model: "Hub 50",
    prefix: "NH",
    firmware: "4.0.7",
    evses: [dc(50, "cCCS2", "cG105"), ac(3, 32, "cType2")],
  },
  {
    vendor: "Kestrel",
    model: "K7 Duo",
    prefix: "KD",
    firmware: "5.1.4",
    evses: [ac(1, 32, "cType2"), ac(1, 32, "cType2")],
  },
  {
    vendor: "Solbakken",
    model: "S300",
    prefix: "SB",
    firmware: "3.3.1",
    evses: [dc(300, "cCCS2"), dc(300, "cCCS2")],
  },
  {
    vendor: "Voltara",
    model: "Street 22",
    prefix: "VS",
    firmware: "2.6.5",
    evses: [socket22, socket22],
  },
];

function ac(phases: 1 | 3, amps: number, ...types: string[]): EvseSpec {
  return { supply: { current: "AC", phases, amps }, connectors: types.map((type) => ({ type })) };
}

function dc(kilowatts: number, ...types: string[]): EvseSpec {
  const watts = kilowatts * 1000;
  return {
    supply: { current: "DC", watts, amps: kilowatts > 200 ? 500 : 375, volts: 920 },
    connectors: types.map((type) => ({ type })),
  };
}

function power({ supply }: EvseSpec): { current: "AC" | "DC"; watts: number } {
  if (supply.current === "DC") return { current: "DC", watts: supply.watts };
  return { current: "AC", watts: supply.amps * 230 * supply.phases };
}
