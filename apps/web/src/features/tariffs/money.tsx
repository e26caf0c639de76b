"use client";

import { useFormatter } from "next-intl";

/** A sum as people write it. It comes as decimal text and is only shown, so its digits are safe in a number. */
export function Money({ amount, currency }: { amount: string; currency: string }) {
  const format = useFormatter();
  return <span className="tabular-nums">{format.number(Number(amount), { style: "currency", currency })}</span>;
}

/** A price, with all the digits it was given. */
export function Price({ amount, currency }: { amount: string; currency: string }) {
  const format = useFormatter();
  return (
    <span className="tabular-nums">
      {format.number(Number(amount), { style: "currency", currency, maximumFractionDigits: 6 })}
    </span>
  );
}
