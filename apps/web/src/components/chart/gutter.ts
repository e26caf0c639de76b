/** The room left and right of every lane, so that all of them share one time scale. */
export const gutter = { left: 48, right: 48 } as const;
