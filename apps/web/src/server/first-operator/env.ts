import { z } from "zod";

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  ADMIN_EMAIL: z.email("must be an e-mail address"),
  ADMIN_PASSWORD: z.string().min(12, "must have at least 12 characters").max(128, "must have at most 128 characters"),
});

/** What the making of the first operator is told. */
export const firstOperatorEnv = () => schema.safeParse(process.env);
