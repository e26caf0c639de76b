import { Unsupported } from "@chargehand/domain/command";
import type { HoldingChange } from "@chargehand/domain/holding";
import type { TariffCommand } from "@chargehand/domain/orders/tariffs";
import type { SessionTariff, StationCost, StationTariff, Tariff } from "@chargehand/domain/tariffs/tariff";
import { price } from "@chargehand/domain/vocabulary";
import { type Speech, wordless } from "../dialect";
import { acknowledged, byAnswer, byStatus, byStatusOrNone } from "../effects";
import type { Request, Response } from "../messages";
import { toInstant } from "../translate";
import { worstOf } from "./results";
import { call, type Effects2 } from "./table";

// Block I: tariffs and cost.

export const tariffs = {
  ChangeTransactionTariff: {
    toAnswer: byStatus,
    toReports: ({ transactionId: session, tariff }, { status }) =>
      status === "Accepted" ? [{ type: "session-tariff", session, tariff: fromWire(tariff) }] : [],
    // It tells by which one it counts when that has changed, and with every message after (I11).
    proof: ({ transactionId: session, tariff: { tariffId: name } }) => ({
      watch: { for: "session-tariff", session, name },
      deadlineSeconds: 120,
    }),
  },

  ClearTariffs: {
    toAnswer: (_request, { clearTariffsResult }) =>
      worstOf(
        clearTariffsResult.map(({ tariffId = "any tariff", ...result }) => ({ name: tariffId, ...result })),
        "rejected",
      ),
    toReports: ({ evseId }, { clearTariffsResult }) => [
      { type: "held", changes: evseId ? [] : clearTariffsResult.flatMap(cleared) },
    ],
    proof: byAnswer,
  },

  CostUpdated: { toAnswer: acknowledged, unprovable: "the station only shows it" },

  GetTariffs: {
    toAnswer: byStatusOrNone("NoTariff"),
    // Of all evses it is the whole list.
    toReports: ({ evseId }, { status, tariffAssignments = [] }) =>
      evseId === 0 && (status === "Accepted" || status === "NoTariff")
        ? [{ type: "held", changes: [{ do: "clear", kind: "tariff" }, ...tariffAssignments.map(assigned)] }]
        : [],
    proof: byAnswer,
  },

  SetDefaultTariff: {
    toAnswer: byStatus,
    proof: ({ tariff: { tariffId } }) => ({
      watch: { for: "tariff", name: tariffId },
      deadlineSeconds: 30,
      probe: { type: "read-tariffs" },
    }),
  },
} satisfies Partial<Effects2>;

/** How its commands are said. */
export const tariffSpeech = {
  "set-tariff": ({ evse, tariff }) => call("SetDefaultTariff", { evseId: evse, tariff: toWire(tariff) }),
  "read-tariffs": () => call("GetTariffs", { evseId: 0 }),
  "clear-tariffs": ({ tariff }) => call("ClearTariffs", { tariffIds: tariff === undefined ? undefined : [tariff] }),
  "change-tariff": ({ session, tariff }) =>
    call("ChangeTransactionTariff", { transactionId: session, tariff: toWire(tariff) }),
  "show-price": wordless("OCPP 2.x tells the price in its answer about the token"),
  "show-cost"({ session, total, final }) {
    if (final) throw new Unsupported("OCPP 2.x tells what an ended session cost in the answer to its last message");
    return call("CostUpdated", { transactionId: session, totalCost: Number(total) });
  },
} satisfies Pick<Speech, TariffCommand["type"]>;

type WireTariff = Request<"2.1", "SetDefaultTariff">["tariff"];

/** A tariff as we say it. Decimal texts become JSON numbers here, and nothing is computed with those. */
export function toWire(tariff: Tariff): WireTariff {
  const { currency, perKwh, perMinute, perSession, text, language } = tariff;
  // Our minutes count as long as the session lasts, whether or not the car draws power.
  const minutes = perMinute === undefined ? undefined : { prices: [{ priceMinute: Number(perMinute) }] };
  return {
    tariffId: tariff.code,
    currency,
    description: text === undefined ? undefined : [{ format: "UTF8", language, content: text }],
    energy: perKwh === undefined ? undefined : { prices: [{ priceKwh: Number(perKwh) }] },
    chargingTime: minutes,
    idleTime: minutes,
    fixedFee: perSession === undefined ? undefined : { prices: [{ priceFixed: Number(perSession) }] },
  };
}

/** The same backwards; undefined where it has what our tariffs do not: conditions, taxes, bounds, and prices by what the car does. */
function fromWire(wire: WireTariff): SessionTariff | undefined {
  const { tariffId: code, currency, energy, chargingTime, idleTime, fixedFee, description, ...rest } = wire;
  const [text] = description ?? [];
  const [perMinute, whenIdle] = [chargingTime, idleTime].map((part) => onlyPrice(part, (each) => each.priceMinute));
  const perKwh = onlyPrice(energy, (each) => each.priceKwh);
  const perSession = onlyPrice(fixedFee, (each) => each.priceFixed);
  const more = [rest.reservationTime, rest.reservationFixed, rest.minCost, rest.maxCost];
  const isOther = perKwh === null || perMinute === null || perSession === null || perMinute !== whenIdle;
  if (isOther || more.some((part) => part !== undefined)) return undefined;
  return { code, name: code, currency, perKwh, perMinute, perSession, text: text?.content, language: text?.language };
}

/** The one price of a part of a tariff, as decimal text; null where it is not that simple. */
function onlyPrice<P extends { conditions?: object }>(
  part: { prices: P[]; taxRates?: unknown } | undefined,
  amount: (price: P) => number,
): string | null | undefined {
  if (!part) return undefined;
  const [first, second] = part.prices;
  if (!first || second || first.conditions || part.taxRates) return null;
  const text = String(amount(first));
  return price.test(text) ? text : null;
}

type Assignment = NonNullable<Response<"2.1", "GetTariffs">["tariffAssignments"]>[number];

function assigned({ tariffId, tariffKind, evseIds = [], idTokens, validFrom }: Assignment): HoldingChange {
  const kind = tariffKind === "DriverTariff" ? "driver" : "default";
  const value: StationTariff = {
    name: tariffId,
    kind,
    evses: evseIds,
    tokens: idTokens,
    validFrom: validFrom && toInstant(validFrom),
  };
  return { do: "set", kind: "tariff", key: `${kind}/${tariffId}`, value };
}

/** What is not there any more, or never was. */
function cleared({ status, tariffId }: Response<"2.1", "ClearTariffs">["clearTariffsResult"][number]): HoldingChange[] {
  if (status !== "Accepted" && status !== "NoTariff") return [];
  const matching = { kind: "default", ...(tariffId !== undefined && { name: tariffId }) } as const;
  return [{ do: "clear", kind: "tariff", matching }];
}

type CostDetails = NonNullable<Request<"2.1", "TransactionEvent">["costDetails"]>;

/** What the station counted by itself (I12). Its numbers are kept as it wrote them. */
export function toStationCost({ totalCost, failureToCalculate, failureReason, ...rest }: CostDetails): StationCost {
  const { inclTax, exclTax } = totalCost.total;
  return {
    currency: totalCost.currency,
    total: sum(inclTax ?? exclTax),
    withoutTax: sum(exclTax),
    failed: failureToCalculate ? (failureReason ?? "it did not say why") : undefined,
    details: { totalCost, ...rest },
  };
}

const sum = (amount: number | undefined) => (amount === undefined ? undefined : String(amount));
