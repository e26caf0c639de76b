import { createPrisma } from "@chargehand/db/client";
import { createFirstOperator } from "./first-operator/create";
import { firstOperatorEnv } from "./first-operator/env";

/** There is an operator already; nothing was changed. */
const thereIsOne = 3;

const { data, error } = firstOperatorEnv();
if (error) {
  const faults = error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  process.stderr.write(`The first operator needs another environment: ${faults.join("; ")}.\n`);
  process.exit(1);
}

const prisma = createPrisma(data.DATABASE_URL, { max: 1 });
const made = await createFirstOperator(prisma, { email: data.ADMIN_EMAIL, password: data.ADMIN_PASSWORD });
await prisma.$disconnect();
process.exit(made ? 0 : thereIsOne);
