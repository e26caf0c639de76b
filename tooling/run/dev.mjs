import { bootstrap } from "./src/bootstrap.mjs";

await bootstrap("dev.ts");
