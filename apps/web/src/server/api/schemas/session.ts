import { limitKinds } from "@chargehand/domain/sessions/limit";
import { activities, attentions } from "@chargehand/domain/vocabulary";
import { z } from "zod";
import type { SessionDetail } from "../../sessions/by-id";
import type { MadeDecision } from "../../sessions/decisions";
import type { ReadingRow } from "../../sessions/readings";
import type { SessionRow } from "../../sessions/rows";
import { number, time } from "./shared";

const facts = {
  id: number,
  wireId: z.string().nullable().describe("The name by which the station knows it."),
  station: z.object({ id: z.string().describe("Its name on the wire."), number, name: z.string().nullable() }),
  site: z.object({ id: number, name: z.string() }).nullable(),
  evse: z.int().nullable(),
  connector: z.int().nullable(),
  token: z.string().nullable(),
  tokenKind: z.string().nullable(),
  status: z.enum(["open", "ended"]),
  activity: z.enum(activities).nullable(),
  provisional: z.boolean().describe("Known by its messages only; its start has not come."),
  orphan: z.boolean().describe("Its end came, and no start that fits."),
  startedAt: time.nullable().describe("By the station's clock."),
  endedAt: time.nullable().describe("By the station's clock."),
  receivedAt: time.describe("When we first heard of it."),
  energyWh: z.number().nullable().describe("Delivered so far, or in all; null when it is not known."),
  powerW: z.number().nullable(),
  stateOfChargeStart: z.number().nullable(),
  stateOfCharge: z.number().nullable(),
  meterAt: time.nullable().describe("When the meter last spoke."),
  stopReason: z.string().nullable(),
  endedBy: z.enum(["station", "assumed", "person"]).nullable(),
  offline: z.boolean(),
  attention: z.array(z.enum(attentions)).describe("What about it does not add up, and nobody has looked at yet."),
  joinedTo: z
    .int()
    .nullable()
    .describe("Of an end without a session: the session it was joined to. Of that session: the end that was."),
};

export const session = z.object(facts).meta({ id: "Session" });

const asked = z.object({
  id: number.describe("Of the command."),
  by: z.string().nullable(),
  at: time,
  reason: z.string().nullable(),
});

const currency = z.string().describe("ISO 4217.");
const sum = z.string().describe("A decimal number.");

const limit = {
  energyWh: z.number().optional(),
  seconds: z.int().optional(),
  cost: sum.optional().describe("In the currency of its tariff."),
};

export const sessionDetail = z
  .object({
    ...facts,
    group: z.string().nullable(),
    authorization: z.string().nullable(),
    meterStartWh: z.number().nullable(),
    meterEndWh: z.number().nullable(),
    reservationId: z.int().nullable(),
    cost: z
      .object({
        ...{ currency, total: sum },
        before: sum.optional().describe("By the tariffs that counted before it was given this one."),
        energy: sum.optional(),
        time: sum.optional(),
        session: sum.optional(),
      })
      .nullable()
      .describe("By its tariff; so far, while it runs. Null where there is none, or nobody can know."),
    stationCost: z
      .object({ currency, total: sum.optional(), withoutTax: sum.optional() })
      .nullable()
      .describe("What the station counted by itself."),
    tariff: z.object({ code: z.string(), name: z.string() }).nullable().describe("By which it is counted here."),
    stationTariff: z
      .string()
      .nullable()
      .describe("The code of the tariff by which the station says that it counts; where it is another, so is the sum."),
    limit: z
      .object({
        wanted: z.object(limit).optional().describe("By its token."),
        station: z
          .object({ ...limit, stateOfCharge: z.number().optional() })
          .optional()
          .describe("What the station says that it sees to itself."),
        reached: z
          .object({
            what: z.enum([...limitKinds, "battery"]),
            by: z.enum(["station", "us"]).describe("us: the station was told to stop."),
            at: z.string().describe("An ISO 8601 time."),
          })
          .optional(),
      })
      .nullable()
      .describe("What it may use at most."),
    peakPowerW: z.number().nullable(),
    endReceivedAt: time.nullable(),
    startedByCommand: asked.nullable(),
    stoppedByCommand: asked.nullable(),
    missingSequences: z.array(z.object({ first: z.int(), last: z.int() })).describe("Messages that never came."),
  })
  .meta({ id: "SessionDetail" });

export const reading = z
  .object({
    at: time.describe("By the station's clock."),
    receivedAt: time,
    evse: z.int(),
    energyWh: z.number().nullable().describe("The meter's register."),
    powerW: z.number().nullable(),
    stateOfCharge: z.number().nullable(),
    offeredW: z.number().nullable(),
    rest: z
      .array(
        z.object({
          measurand: z.string(),
          value: z.union([z.number(), z.string()]),
          unit: z.string().optional(),
          phase: z.string().optional(),
          location: z.string().optional(),
          context: z.string().optional(),
          signed: z.record(z.string(), z.string()).optional(),
        }),
      )
      .describe("Everything else that was measured."),
  })
  .meta({ id: "MeterReading" });

export const decision = z
  .object({
    id: number,
    kind: z.enum(["check", "close", "give-token", "join"]),
    reason: z.string().nullable(),
    token: z.string().nullable(),
    session: number.nullable(),
    note: z.string().nullable(),
    madeAt: time,
    madeBy: z.string(),
    undoneAt: time.nullable(),
    undoneBy: z.string().nullable(),
  })
  .meta({ id: "SessionDecision" });

export const toDecision = (made: MadeDecision): z.input<typeof decision> => ({ ...made });

export const toSession = ({ station, ...row }: SessionRow): z.input<typeof session> => ({
  id: row.id,
  wireId: row.wireId,
  station: { id: station.identity, number: station.id, name: station.name },
  site: row.site && { id: row.site.id, name: row.site.name },
  evse: row.evse,
  connector: row.connector,
  token: row.token,
  tokenKind: row.tokenKind,
  status: row.status,
  activity: row.activity,
  provisional: row.provisional,
  orphan: row.orphan,
  startedAt: row.startedAt,
  endedAt: row.endedAt,
  receivedAt: row.receivedAt,
  energyWh: row.energyWh,
  powerW: row.powerW,
  stateOfChargeStart: row.stateOfChargeStart,
  stateOfCharge: row.stateOfCharge,
  meterAt: row.meterAt,
  stopReason: row.stopReason,
  endedBy: row.endedBy,
  offline: row.offline,
  attention: row.attention,
  joinedTo: row.joinedTo,
});

export const toSessionDetail = (detail: SessionDetail): z.input<typeof sessionDetail> => ({
  ...toSession(detail),
  group: detail.group,
  authorization: detail.authorization,
  meterStartWh: detail.meterStartWh,
  meterEndWh: detail.meterEndWh,
  reservationId: detail.reservationId,
  cost: detail.cost,
  stationCost: detail.stationCost && {
    currency: detail.stationCost.currency,
    total: detail.stationCost.total,
    withoutTax: detail.stationCost.withoutTax,
  },
  tariff: detail.tariff && { code: detail.tariff.code, name: detail.tariff.name },
  stationTariff: detail.stationTariff,
  limit: detail.limit,
  peakPowerW: detail.peakPowerW,
  endReceivedAt: detail.endReceivedAt,
  startedByCommand: detail.startedByCommand,
  stoppedByCommand: detail.stoppedByCommand,
  missingSequences: detail.missing.map(([first, last]) => ({ first, last })),
});

export const toReading = ({ at, receivedAt, evse, energyWh, powerW, stateOfCharge, offeredW, rest }: ReadingRow) => ({
  at,
  receivedAt,
  evse,
  energyWh,
  powerW,
  stateOfCharge,
  offeredW,
  rest,
});
