import type { CSSProperties } from "react";

/** The width of the inspector, for the element that holds the page. */
export const inspectorWidth = (pixels: number): CSSProperties => ({ [inspectorProperty]: `${pixels}px` });

/** The property of CSS that holds it. */
export const inspectorProperty = "--inspector";
