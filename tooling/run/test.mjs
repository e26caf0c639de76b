import { bootstrap } from "./src/bootstrap.mjs";

await bootstrap("test.ts");
