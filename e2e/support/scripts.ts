import { gzipSync } from "node:zlib";
import type { APIRequestContext } from "@playwright/test";

/** The kilobytes of the scripts that a page itself asks for, each zipped as a server would. */
export async function firstScripts(request: APIRequestContext, address: string): Promise<number> {
  const answer = await request.get(address);
  const html = await answer.text();
  const scripts = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)]
    .filter(([tag]) => !/\bnomodule\b/i.test(tag))
    .flatMap(([, source]) => source ?? []);
  if (scripts.length === 0) throw new Error(`${address} has no scripts`);
  const sizes = await Promise.all(
    [...new Set(scripts)].map(
      async (source) => gzipSync(await (await request.get(new URL(source, answer.url()).href)).body()).length,
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}
