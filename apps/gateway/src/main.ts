import { pino } from "pino";
import { readSettings, type Settings } from "./env";
import { startGateway } from "./gateway";
import { toSentence } from "./to-sentence";

const settings = readOrExit();
const log = pino({ level: settings.logLevel, base: { app: "gateway" } });

process.on("unhandledRejection", (error) => log.error({ err: error }, "an error that nobody waited for"));

try {
  const gateway = await startGateway(settings, log);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    log.info("the gateway drains");
    // Without its database it cannot end in order; then it ends nevertheless.
    setTimeout(() => process.exit(1), (settings.drainSeconds + 15) * 1000).unref();
    await gateway.stop().catch((error) => {
      log.error({ err: error }, "the gateway could not end in order");
      process.exit(1);
    });
    log.info("the gateway has stopped");
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
} catch (error) {
  exit(error);
}

function readOrExit(): Settings {
  try {
    return readSettings();
  } catch (error) {
    return exit(error);
  }
}

function exit(error: unknown): never {
  process.stderr.write(`The gateway cannot start: ${toSentence(error)}\n`);
  process.exit(1);
}
