import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import chromium from "@sparticuz/chromium";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * A Chromium without a window, carried by an npm package: nothing to install, the same on every Linux machine, and a
 * quarter lighter than a whole browser. Where it does not run, the Chromium of this machine.
 */
export async function browserPath(): Promise<string> {
  return process.env.CHROMIUM_PATH ?? (await carried()) ?? installed();
}

async function carried(): Promise<string | undefined> {
  if (process.platform !== "linux") return;
  try {
    const path = await chromium.executablePath();
    // It is built for one kind of processor, and wants libraries that a bare machine may not have.
    execFileSync(path, ["--version"], { stdio: "ignore" });
    return path;
  } catch {
    return undefined;
  }
}

function installed(): string {
  const places = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const found = [...places, ...elsewhere].find((place) => existsSync(place));
  if (found === undefined) throw new Error("No Chromium runs here: install one, or set CHROMIUM_PATH.");
  return found;
}

/** It runs as whoever tests, also as root, and talks to nobody but us. */
export const browserFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
