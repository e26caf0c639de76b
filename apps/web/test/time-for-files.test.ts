import { createServer } from "node:http";
import { expect, it } from "vitest";
import { z } from "zod";
import { giveFilesTime } from "../src/server/time-for-files";

it("a server that has begun to be asked lets requests take as long as a large file does", async () => {
  giveFilesTime();
  const server = createServer((_request, response) => response.end());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  expect(server.requestTimeout).toBeLessThan(3_600_000);
  await (await fetch(`http://127.0.0.1:${port}/`)).text();
  expect(server.requestTimeout).toBeGreaterThan(3_600_000);
  server.close();
});
