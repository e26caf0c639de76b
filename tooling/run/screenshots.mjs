import { bootstrap } from "./src/bootstrap.mjs";

await bootstrap("screenshots.ts");
