import { acknowledged, byAnswer, byStatus, byStatusOrNone } from "../effects";
import { worstOf } from "./results";
import type { Effects2 } from "./table";

// Block I: tariffs and cost.

const inForce = "a tariff in force shows in the costs; which ones there are is told only when asked";

export const tariffs = {
  ChangeTransactionTariff: { toAnswer: byStatus, unprovable: inForce },

  ClearTariffs: {
    toAnswer: (_request, { clearTariffsResult }) =>
      worstOf(
        clearTariffsResult.map(({ tariffId = "any tariff", ...result }) => ({ name: tariffId, ...result })),
        "rejected",
      ),
    proof: byAnswer,
  },

  CostUpdated: { toAnswer: acknowledged, unprovable: "the station only shows it" },

  GetTariffs: { toAnswer: byStatusOrNone("NoTariff"), proof: byAnswer },

  SetDefaultTariff: { toAnswer: byStatus, unprovable: inForce },
} satisfies Partial<Effects2>;
