import { useFormatter } from "next-intl";

/** The share of the time that was due in which a station was there; nothing where none was due. */
export function UptimeShare({ dueS, awayS }: { dueS: number; awayS: number }) {
  const format = useFormatter();
  if (dueS <= 0) return "–";
  // Never rounded up to all of it.
  const share = Math.floor((1 - awayS / dueS) * 100_000) / 100_000;
  return format.number(share, { style: "percent", minimumFractionDigits: 2, maximumFractionDigits: 3 });
}
