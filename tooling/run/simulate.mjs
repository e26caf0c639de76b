import { bootstrap } from "./src/bootstrap.mjs";

await bootstrap("simulate.ts");
