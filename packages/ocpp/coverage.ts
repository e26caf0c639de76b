import { writeFile } from "node:fs/promises";
import { coveragePage } from "./generate/protocol-coverage/page";

await writeFile(new URL("../../docs/protocol-coverage.md", import.meta.url), await coveragePage());
