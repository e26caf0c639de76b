import { activities, approvals, connectorStatuses, registrations } from "@chargehand/domain/vocabulary";
import { z } from "zod";
import type { StationDetail } from "../../stations/by-identity";
import { ocppVersions } from "../../stations/filter";
import type { ConnectorRow, StationRow } from "../../stations/rows";
import type { Credentials } from "../../stations/secret";
import { number, time } from "./shared";

const running = z.object({
  id: number,
  startedAt: time.nullable(),
  powerW: z.number().nullable(),
  energyWh: z.number().nullable().describe("Delivered so far."),
  stateOfCharge: z.number().nullable().describe("In percent."),
  meterAt: time.nullable(),
});

const connector = z
  .object({
    evse: z.int().describe("0 is the station itself."),
    connector: z.int().describe("0 is the evse as a whole."),
    status: z.enum(connectorStatuses),
    activity: z.enum(activities).nullable(),
    since: time.describe("By the station's clock, where it said a time."),
    errorCode: z.string().nullable(),
    errorInfo: z.string().nullable(),
    vendorErrorCode: z.string().nullable(),
    session: running.nullable().describe("What runs there now."),
  })
  .meta({ id: "Connector" });

const facts = {
  id: z.string().describe("The station's name on the wire; percent-encoded in addresses."),
  number: number.describe("Our number of it, as in events."),
  name: z.string().nullable(),
  site: z.object({ id: number, name: z.string() }).nullable(),
  approval: z.enum(approvals),
  version: z.enum(ocppVersions).nullable().describe("Of OCPP; null before the first connection."),
  vendor: z.string().nullable(),
  model: z.string().nullable(),
  firmwareVersion: z.string().nullable(),
  connected: z.boolean(),
  connectedAt: time.nullable(),
  disconnectedAt: time.nullable(),
  lastSeenAt: time.nullable(),
  heartbeatSeconds: z.int(),
  powerW: z.number().nullable().describe("Of all running sessions; null when none runs."),
  connectors: z.array(connector),
};

export const station = z.object(facts).meta({ id: "Station" });

export const stationDetail = z
  .object({
    ...facts,
    registration: z.enum(registrations).describe("What its last boot was told."),
    serialNumber: z.string().nullable(),
    iccid: z.string().nullable(),
    imsi: z.string().nullable(),
    meterType: z.string().nullable(),
    meterSerialNumber: z.string().nullable(),
    bootReason: z.string().nullable(),
    bootedAt: time.nullable(),
    createdAt: time,
    clockSkewMs: z.int().nullable().describe("By how much its clock is ahead of ours."),
    securityProfile: z.int(),
    passwordless: z.boolean(),
    hasSecret: z.boolean(),
    address: z.string().describe("What to type into the charger."),
  })
  .meta({ id: "StationDetail" });

export const credentials = z
  .object({
    id: z.string(),
    address: z.string().describe("What to type into the charger."),
    secret: z.string().nullable().describe("Shown here and never again; null is the explicit `no password`."),
  })
  .meta({ id: "Credentials" });

export const toStation = (row: StationRow): z.input<typeof station> => ({
  id: row.identity,
  number: row.id,
  name: row.name,
  site: row.site && { id: row.site.id, name: row.site.name },
  approval: row.approval,
  version: row.version,
  vendor: row.vendor,
  model: row.model,
  firmwareVersion: row.firmwareVersion,
  connected: row.connected,
  connectedAt: row.connectedAt,
  disconnectedAt: row.disconnectedAt,
  lastSeenAt: row.lastSeenAt,
  heartbeatSeconds: row.heartbeatSeconds,
  powerW: row.powerW,
  connectors: row.connectors.map(toConnector),
});

export const toStationDetail = (detail: StationDetail): z.input<typeof stationDetail> => ({
  ...toStation(detail),
  registration: detail.registration,
  serialNumber: detail.serialNumber,
  iccid: detail.iccid,
  imsi: detail.imsi,
  meterType: detail.meterType,
  meterSerialNumber: detail.meterSerialNumber,
  bootReason: detail.bootReason,
  bootedAt: detail.bootedAt,
  createdAt: detail.createdAt,
  clockSkewMs: detail.clockSkewMs,
  securityProfile: detail.securityProfile,
  passwordless: detail.passwordless,
  hasSecret: detail.hasSecret,
  address: detail.address,
});

const toConnector = ({ receivedAt: _, ...shown }: ConnectorRow): z.input<typeof connector> => shown;

export const toCredentials = ({ identity, address, secret }: Credentials): z.input<typeof credentials> => ({
  id: identity,
  address,
  secret,
});
