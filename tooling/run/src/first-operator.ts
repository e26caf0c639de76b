import { run, tail } from "./command.mjs";
import { firstOperatorProgram } from "./programs";
import { Sentence } from "./sentence";
import type { Settings } from "./settings";

/** What the console's script answers when there is an operator already. */
const thereIsOne = 3;

/** Makes the first operator unless there is one; tells whether it did. */
export async function makeFirstOperator(
  { email, password }: Settings["admin"],
  env: Record<string, string | undefined>,
): Promise<boolean> {
  const { args, cwd } = firstOperatorProgram;
  const { code, output } = await run(process.execPath, args, {
    cwd,
    env: { ...env, ADMIN_EMAIL: email, ADMIN_PASSWORD: password },
  });
  if (code === 0) return true;
  if (code === thereIsOne) return false;
  throw new Sentence(`The first operator could not be made: ${tail(output, 1)}`);
}
