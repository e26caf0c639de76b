import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { waitFor } from "@chargehand/testing/wait-for";
import { pepper } from "./harness";

/** A gateway as a process of its own, to be killed. */
export interface GatewayProcess {
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

export async function spawnGateway(env: Record<string, string>): Promise<GatewayProcess> {
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    env: { PATH: "", GATEWAY_HOST: "127.0.0.1", STATION_SECRET_PEPPER: pepper, LOG_LEVEL: "fatal", ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaint = "";
  child.stderr?.on("data", (data) => {
    complaint += data;
  });
  const gone = once(child, "exit");
  const ready = async () => {
    if (child.exitCode !== null) throw new Error(`The gateway ended at once: ${complaint}`);
    return (await fetch(`http://127.0.0.1:${env.GATEWAY_PORT}/readyz`)).ok;
  };
  await waitFor(ready, { what: `the gateway to be ready ${complaint}`, timeoutMs: 30_000 });
  return {
    async kill(signal) {
      child.kill(signal);
      const [code] = await gone;
      return code;
    },
  };
}
