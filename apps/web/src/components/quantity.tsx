"use client";

import { useFormatter } from "next-intl";

/** A number with its unit, which is always quieter and after a space. */
export function Quantity({ value, unit, digits = 1 }: { value: number; unit: string; digits?: number }) {
  const format = useFormatter();
  return (
    <>
      {format.number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits })}
      {unit && <span className="font-regular text-ink-3">{`\u00a0${unit}`}</span>}
    </>
  );
}

/** Power in kilowatts, from watts. */
export function Power({ watts }: { watts: number }) {
  return <Quantity value={watts / 1000} unit="kW" />;
}

/** Power of a whole network, in the unit that keeps it short. */
export function TotalPower({ watts }: { watts: number }) {
  return watts < 1_000_000 ? <Power watts={watts} /> : <Quantity value={watts / 1_000_000} unit="MW" />;
}

/** Energy in kilowatt-hours, from watt-hours. */
export function Energy({ wattHours }: { wattHours: number }) {
  return <Quantity value={wattHours / 1000} unit="kWh" digits={2} />;
}
