import { parseArgs } from "node:util";
import { connections } from "./connections";
import { ingest } from "./ingest";

const usage = `npm run bench -- ingest        durable messages a second, against a plain echo
npm run bench -- connections   memory of stations that say nothing

  --stations <n>   how many stations (500; 10000 for connections)
  --seconds <n>    how long to measure (20; 15 for connections)
  --warm-up <n>    ingest: how long to run before that (5)
  --profile <dir>  ingest: leave a processor profile of the gateway there
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    stations: { type: "string" },
    seconds: { type: "string" },
    "warm-up": { type: "string" },
    profile: { type: "string" },
  },
});

switch (positionals[0]) {
  case "ingest":
    await ingest({
      stations: Number(values.stations ?? 500),
      seconds: Number(values.seconds ?? 20),
      warmUpSeconds: Number(values["warm-up"] ?? 5),
      profile: values.profile,
    });
    break;
  case "connections":
    await connections({ stations: Number(values.stations ?? 10_000), seconds: Number(values.seconds ?? 15) });
    break;
  default:
    process.stderr.write(usage);
    process.exitCode = 2;
}
