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
try {
  const made = await createFirstOperator(prisma, { email: data.ADMIN_EMAIL, password: data.ADMIN_PASSWORD });
  process.exitCode = made ? 0 : thereIsOne;
} catch (thrown) {
  // Whoever started us shows the last line to a person.
  process.stderr.write(`${thrown instanceof Error ? thrown.message.replaceAll(/\s+/g, " ").trim() : String(thrown)}\n`);
  process.exitCode = 1;
} finally {
  await prisma.$disconnect();
}
