import { Fragment } from "react";

/** A path that may wrap before each of its parts, and not within a word. */
export const BreakablePath = ({ path }: { path: string }) =>
  path.split(/(?=[.[])/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, never reordered.
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
