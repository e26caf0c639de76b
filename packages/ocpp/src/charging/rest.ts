/** What is left of something that was said, if anything is. */
export const rest = (more: object): { more?: object } => (Object.keys(more).length > 0 ? { more } : {});
