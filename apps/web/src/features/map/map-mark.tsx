import { useFormatter } from "next-intl";
import { cx } from "@/components/cx";
import { Glyph } from "@/components/glyph";
import type { SeenMark } from "./marks-of";
import { worstOf } from "./worst-of";

/** One place on the map, or many as one: the shape of the worst, and how many are that. */
export function MapMark({ mark, isChosen, onPress }: { mark: SeenMark; isChosen: boolean; onPress: () => void }) {
  const format = useFormatter();
  const { state, glyph, count } = worstOf(mark.fares);
  return (
    <button
      type="button"
      tabIndex={-1}
      title={mark.name}
      onClick={onPress}
      style={{ transform: `translate(${mark.x}px, ${mark.y}px) translate(-50%, -50%)` }}
      className={cx(
        "absolute top-0 left-0 flex min-h-6 items-center gap-1 rounded-pill border px-1.5 text-12",
        state === "faulted" ? "border-fault bg-tint-fault text-fault-ink" : "border-line-strong bg-overlay text-ink",
        isChosen && "z-10 outline-2 outline-focus outline-offset-2",
      )}
    >
      <Glyph name={glyph} size={14} />
      {format.number(count)}
      {isChosen && <span className="max-w-40 truncate font-value">{mark.name}</span>}
    </button>
  );
}
