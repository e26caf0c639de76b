/** Energy of session `x` from its registers; the same decision as the domain's `sessionEnergyWh`, for rows not yet fetched. */
export const energyOf = (meterEnd: string): string => `CASE
  WHEN ${meterEnd} >= x.meter_start_wh THEN ${meterEnd} - x.meter_start_wh
  WHEN x.meter_wh >= x.meter_start_wh THEN x.meter_wh - x.meter_start_wh END`;

export const energySql = energyOf("x.meter_end_wh");
