import type { ReactNode } from "react";
import { Glyph } from "@/components/glyph";

/** One step of the way, with whether it is behind us. */
export function WelcomeStep({
  number,
  title,
  isDone,
  children,
}: {
  number: number;
  title: string;
  isDone: boolean;
  children: ReactNode;
}) {
  return (
    <li className="flex flex-col gap-2">
      <h2 className="flex items-center gap-2 border-line-strong border-b pb-1 text-14">
        <Glyph name={isDone ? "confirmed" : "step-next"} />
        {`${number}. ${title}`}
      </h2>
      {children}
    </li>
  );
}
