import { Check } from "lucide-react";
import { cx } from "../cx";

/** The mouse's way to pick a row, in the row's edge. Keys have their own, and `aria-selected` says it to everybody else. */
export function PickBox({ isPicked, onPick }: { isPicked: boolean; onPick: (reaches: boolean) => void }) {
  return (
    <span
      aria-hidden="true"
      onClick={(event) => {
        event.stopPropagation();
        onPick(event.shiftKey);
      }}
      className={cx(
        "absolute inset-y-0 left-0 z-2 flex w-5 items-center pl-1",
        !isPicked && "opacity-0 hover:opacity-100 group-hover/row:opacity-100",
      )}
    >
      <span
        className={cx(
          "flex size-3 items-center justify-center rounded-[3px] border border-edge",
          isPicked ? "border-ink bg-ink text-ink-inv" : "bg-canvas",
        )}
      >
        {isPicked && <Check size={9} strokeWidth={3} />}
      </span>
    </span>
  );
}
