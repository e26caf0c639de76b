import type { StationLimit } from "@chargehand/domain/sessions/limit";
import { useFormatter } from "next-intl";
import { useCallback } from "react";
import { useDuration } from "@/components/use-duration";

/** Says what something may use at most: "20 kWh, 1 h 30 m, €15.00". */
export function useLimitWords() {
  const format = useFormatter();
  const speak = useDuration();
  return useCallback(
    ({ energyWh, seconds, cost, stateOfCharge }: StationLimit, currency?: string) => {
      const money = currency ? ({ style: "currency", currency } as const) : { minimumFractionDigits: 2 };
      return [
        energyWh !== undefined && `${format.number(energyWh / 1000, { maximumFractionDigits: 3 })} kWh`,
        seconds !== undefined && speak(seconds * 1000),
        cost !== undefined && format.number(Number(cost), money),
        stateOfCharge !== undefined && `${stateOfCharge} %`,
      ]
        .filter((word) => word !== false)
        .join(", ");
    },
    [format, speak],
  );
}
