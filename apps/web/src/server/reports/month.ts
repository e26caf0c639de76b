import { z } from "zod";

/** A month as it stands in addresses. */
export const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);
