/** What the list of refusals is asked: of everybody, or of one name. */
export const refusalsQuestion = (identity: string | null) => ({ identity: identity ?? undefined, limit: 100 });
