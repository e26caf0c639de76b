import { parseArgs } from "node:util";
import { api } from "./api";
import { budgets } from "./budgets/budgets";
import { campaigns } from "./campaigns";
import { connections } from "./connections";
import { ingest } from "./ingest";
import { localList } from "./local-list";
import { messages } from "./messages";
import { stations } from "./stations";

const usage = `npm run bench -- ingest        durable messages a second, against a plain echo
npm run bench -- connections   memory of stations that say nothing
npm run bench -- local-list    a local list compared and planned for many stations
npm run bench -- campaigns     what campaigns cost that go on
npm run bench -- messages      how long searches over stored frames take
npm run bench -- stations      the list of stations, filtered and ordered; how soon a browser hears of events
npm run bench -- api           how long list pages take in a large network
npm run bench -- budgets       what somebody at the console waits for, in a real browser, against its targets

  --stations <n>   how many stations (500; 10000 for connections and budgets; 100000 for api and stations; 1000 for local-list; 2000 of each for campaigns)
  --tokens <n>     local-list: how many tokens (50000)
  --sessions <n>   api: how many sessions (1000000)
  --frames <n>     messages: how many, of the last 24 hours (10000000)
  --requests <n>   api, messages, stations: how many of each kind (100; 20 for stations)
  --seconds <n>    how long to measure (20; 15 for connections; 30 for budgets)
  --warm-up <n>    ingest: how many messages before that (150000)
  --events <n>     budgets: how many happen a second (25)
  --slowdown <n>   budgets: by how much the page's processor is slowed down (4)
  --outage <n>     budgets: how many seconds the line is cut (30)
  --only-gateway   ingest: leave the echo out
  --node <arg>     an argument to Node for the gateway, e.g. --node=--cpu-prof; more than once if need be
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    stations: { type: "string" },
    tokens: { type: "string" },
    sessions: { type: "string" },
    frames: { type: "string" },
    requests: { type: "string" },
    seconds: { type: "string" },
    events: { type: "string" },
    slowdown: { type: "string" },
    outage: { type: "string" },
    "warm-up": { type: "string" },
    "only-gateway": { type: "boolean" },
    node: { type: "string", multiple: true },
  },
});

switch (positionals[0]) {
  case "ingest":
    await ingest({
      stations: Number(values.stations ?? 500),
      seconds: Number(values.seconds ?? 20),
      warmUpMessages: Number(values["warm-up"] ?? 150_000),
      nodeArgs: values.node ?? [],
      onlyGateway: values["only-gateway"] ?? false,
    });
    break;
  case "connections":
    await connections({
      stations: Number(values.stations ?? 10_000),
      seconds: Number(values.seconds ?? 15),
      nodeArgs: values.node ?? [],
    });
    break;
  case "api":
    await api({
      stations: Number(values.stations ?? 100_000),
      sessions: Number(values.sessions ?? 1_000_000),
      requests: Number(values.requests ?? 100),
    });
    break;
  case "campaigns":
    await campaigns({
      campaigns: 10,
      stations: Number(values.stations ?? 2000),
      seconds: Number(values.seconds ?? 20),
    });
    break;
  case "messages":
    await messages({
      stations: Number(values.stations ?? 10_000),
      frames: Number(values.frames ?? 10_000_000),
      requests: Number(values.requests ?? 100),
    });
    break;
  case "stations":
    await stations({
      stations: Number(values.stations ?? 100_000),
      requests: Number(values.requests ?? 20),
      seconds: Number(values.seconds ?? 20),
    });
    break;
  case "budgets":
    await budgets({
      stations: Number(values.stations ?? 10_000),
      seconds: Number(values.seconds ?? 30),
      eventsASecond: Number(values.events ?? 25),
      slowdown: Number(values.slowdown ?? 4),
      outage: Number(values.outage ?? 30),
    });
    break;
  case "local-list":
    localList({ tokens: Number(values.tokens ?? 50_000), stations: Number(values.stations ?? 1000) });
    break;
  default:
    process.stderr.write(usage);
    process.exitCode = 2;
}
