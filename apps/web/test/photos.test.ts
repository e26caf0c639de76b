import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Person } from "../src/server/context";
import { permissionsOf } from "../src/server/permissions";
import { receivePhoto, servePhoto } from "../src/server/stations/photos";
import { openConsole, operator, type TestConsole, viewer } from "./console";
import { addStation } from "./network";

let house: TestConsole;
let folder: string;
let station: number;
beforeAll(async () => {
  house = await openConsole();
  folder = await mkdtemp(join(tmpdir(), "photos-"));
  station = (await addStation(house, { identity: "CS-PHOTO" })).id;
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

const picture = Buffer.concat([Buffer.from("ffd8ffe000104a464946", "hex"), Buffer.alloc(4_096, 7)]);
const desk = (person: Person | undefined, sameOrigin = true) => house.context(person, { sameOrigin });
const send = (body: Buffer, { to = station, text = "the cable is torn", who = house.context(operator) } = {}) =>
  receivePhoto(
    who,
    new Request(`http://console/api/photos?station=${to}&text=${encodeURIComponent(text)}`, {
      method: "POST",
      body: new Uint8Array(body),
    }),
    folder,
  );

it("a photo is kept with its note, and handed out so that no browser runs it", async () => {
  const response = await send(picture);
  expect(response.status).toBe(201);
  const { id } = await response.json();
  const { rows } = await house.as(viewer).stations.notes({ station });
  expect(rows).toMatchObject([{ id, text: "the cable is torn", by: operator.name, hasPhoto: true }]);

  const shown = await servePhoto(desk(viewer), { id: String(id), folder });
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(picture);
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    "content-type": "image/jpeg",
    "content-disposition": expect.stringMatching(/^attachment/),
    "content-security-policy": expect.stringContaining("sandbox"),
    "x-content-type-options": "nosniff",
  });
  expect((await servePhoto(desk(undefined), { id: String(id), folder })).status).toBe(401);
});

it("what is no picture, too large, from elsewhere or of nobody is not kept", async () => {
  const before = await readdir(folder);
  const tries = await Promise.all([
    send(Buffer.from("<svg onload=alert(1)>")),
    send(Buffer.concat([picture, Buffer.alloc(8 * 1_048_576)])),
    send(picture, { text: " " }),
    send(picture, { to: 999_999 }),
    send(picture, { who: desk(operator, false) }),
    send(picture, { who: desk(viewer) }),
    send(picture, { who: desk(undefined) }),
  ]);
  expect(tries.map(({ status }) => status)).toEqual([415, 413, 400, 503, 403, 403, 401]);
  expect(await readdir(folder)).toEqual(before);
  expect(permissionsOf("viewer").has("stations.write")).toBe(false);
});
