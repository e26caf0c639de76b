import { build, isBuilt } from "./build";
import { step } from "./progress.mjs";
import { runHouse } from "./run-house";

process.stdout.write("Chargehand\n\n");

await runHouse({
  mode: "built",
  prepare: async () => {
    if (!isBuilt()) await step("Generating and building", build);
  },
});
