/** How an endless list goes on: each window names the next. */
export const nextPage = { getNextPageParam: ({ next }: { next?: string }) => next };
