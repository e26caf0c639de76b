import { bootstrap } from "./src/bootstrap.mjs";

await bootstrap("bench.ts");
