import { generate } from "./build";
import { step } from "./progress.mjs";
import { runHouse } from "./run-house";

process.stdout.write("Chargehand, restarting on every change\n\n");

await runHouse({ mode: "dev", prepare: () => step("Generating", generate) });
