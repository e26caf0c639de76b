import { bootstrap } from "./src/bootstrap.mjs";

await bootstrap("start.ts");
