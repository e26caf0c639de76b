import { Command } from "commander";
import { fleetCommand } from "./cli/fleet-command";
import { playIncident } from "./cli/play-incident";
import { replayCommand } from "./cli/replay-command";
import { stationCommand } from "./cli/station-command";

const program = new Command("simulate")
  .description("Virtual charging stations that speak OCPP 1.6, 2.0.1 and 2.1.")
  .option(
    "--incident <name>",
    "trouble in the running demo: power-loss, bad-firmware, expiring-certificate, ghost-session",
  )
  .action(async ({ incident }: { incident?: string }, command: Command) => {
    if (incident === undefined) command.help();
    else await playIncident(incident);
  })
  .addCommand(fleetCommand)
  .addCommand(stationCommand)
  .addCommand(replayCommand)
  .addHelpText(
    "after",
    `
Examples:
  simulate fleet --demo --password "$STATION_PASSWORD"
      the demo network of 25 stations
  simulate fleet --stations 500 --versions 1.6,2.0.1 --pace busy --speed 10 --ledger run.ndjson
      500 stations, ten times faster than life, with a ledger to compare with the database
  simulate fleet --stations 20 --fault duplicate=0.1 --fault drop-every=60000
      stations that repeat themselves and lose their line about once a minute
  simulate station --id CS-9003 --version 1.6 --fault firmware=boots-old
      a station that fetches new firmware, says that it is installed, and boots the old one; or download-failed,
      invalid-signature, installation-failed, never-returns, cannot-charge. A file of the web is really fetched and
      looked at; the line "firmware-version: 2.0.0" at its head says what boots, else its name does
  simulate station --id CS-9001 --version 1.6 --secret 00112233445566778899aabbccddeeff
      one station, ordered about by typing: plug 1, token 1 TAG1, fault 1 GroundFailure, offline …
  simulate station --version 2.1 --do "plug 1; token 1 TAG1; wait 30; unplug 1" --exit
      one charge from start to end
  simulate station --version 2.1 --say NotifyDERAlarm --say DataTransfer '{"vendorId":"Voltara"}' --exit
      any message a station of its version may say; without JSON the station makes a payload itself
  simulate replay conversation.ndjson --id CS-9002 --secret "$STATION_PASSWORD"
      what a station said in a capture that the console exported, said again by another
  simulate --incident power-loss
      a site of the running demo loses its power for three minutes`,
  );

await program.parseAsync();
