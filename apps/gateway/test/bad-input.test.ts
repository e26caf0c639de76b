import type { Version } from "@chargehand/ocpp/version";
import type { RawClient } from "@chargehand/simulator/raw-client";
import { waitFor } from "@chargehand/testing/wait-for";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestGateway, statusPayload, type TestGateway, versions } from "./harness";

let gateway: TestGateway;
let neighbour: RawClient;
beforeAll(async () => {
  gateway = await startTestGateway();
  neighbour = await gateway.boot("NEIGHBOUR", "2.0.1");
});
afterAll(() => gateway.stop());
// Whatever was said, another station does not notice.
afterEach(async () => {
  expect((await neighbour.call("StatusNotification", statusPayload("2.0.1", "available")))[0]).toBe(3);
});

interface Verdicts {
  framework: string;
  format: string;
  occurrence: string;
  missing: string;
  unknownField: string;
}
const codes: Record<Version, Verdicts> = {
  "1.6": {
    framework: "FormationViolation",
    format: "FormationViolation",
    occurrence: "OccurenceConstraintViolation",
    missing: "ProtocolError",
    unknownField: "FormationViolation",
  },
  "2.0.1": {
    framework: "RpcFrameworkError",
    format: "FormatViolation",
    occurrence: "OccurrenceConstraintViolation",
    missing: "OccurrenceConstraintViolation",
    unknownField: "ProtocolError",
  },
  "2.1": {
    framework: "RpcFrameworkError",
    format: "FormatViolation",
    occurrence: "OccurrenceConstraintViolation",
    missing: "OccurrenceConstraintViolation",
    unknownField: "ProtocolError",
  },
};

describe.each(versions)("a station of %s that says", (version) => {
  const identity = `BAD-${version}`;
  const code = codes[version];
  const old = version === "1.6";
  let station: RawClient;
  let epoch: string;
  beforeEach(async () => {
    station = await gateway.boot(identity, version);
    ({ epoch } = await gateway.row<{ epoch: string }>("SELECT epoch FROM station WHERE identity = $1", identity));
  });
  afterEach(() => station.close());

  /** The newest record of a text, as an operator finds it. */
  const kept = (text: string) =>
    gateway.row<{ answer: string | null; verdict: string; note: string | null }>(
      `SELECT answer, verdict, note FROM journal.frame f JOIN station s ON s.id = f.station_id
       WHERE identity = $1 AND call = $2 ORDER BY f.id DESC LIMIT 1`,
      identity,
      text,
    );

  /** Says it, and asserts the answer and the record of it. */
  async function gets(text: string, id: string | undefined, verdict: string, about: RegExp) {
    station.send(text);
    if (id === undefined) {
      await stillTalks();
    } else {
      const answer = JSON.parse(await station.next());
      expect(answer).toEqual([4, id, verdict, expect.stringMatching(about), {}]);
    }
    expect(await kept(text)).toMatchObject({
      verdict: id === undefined ? "ignored" : verdict,
      note: expect.stringMatching(about),
    });
  }

  async function stillTalks() {
    expect((await station.call("Heartbeat", {}))[0]).toBe(3);
  }

  it("no JSON", () => gets("hello", old ? undefined : "-1", code.framework, /not JSON/));
  it("JSON that breaks off", () => gets('[2,"id-1","Heartbeat",{', "id-1", code.framework, /not JSON/));
  it("a JSON object", () => gets('{"a":1}', old ? undefined : "-1", code.framework, /not a JSON array/));
  it("a call with too few elements", () => gets('[2,"id-2"]', "id-2", code.framework, /four elements/));
  it("a call without an id", () => gets('[2,7,"Heartbeat",{}]', old ? undefined : "-1", code.framework, /has no id/));
  it("a message type that nobody knows", () =>
    gets('[9,"id-3","x",{}]', old ? undefined : "id-3", "MessageTypeNotSupported", /message type 9/));

  it("10,000 levels of nesting", async () => {
    const deep = `[2,"id-4","DataTransfer",{"vendorId":"x","data":${"[".repeat(10_000)}${"]".repeat(10_000)}}]`;
    await gets(deep, "id-4", code.format, /nested deeper than 64/);
  });

  it("a message id of 10,000 characters", async () => {
    const id = "x".repeat(10_000);
    await gets(`[2,"${id}","Heartbeat",{}]`, id, code.format, /longer than/);
  });

  it("an action that does not exist", () =>
    gets('[2,"id-5","MakeCoffee",{}]', "id-5", "NotImplemented", /no action MakeCoffee/));
  it("an action that is ours to send", () => gets('[2,"id-6","Reset",{}]', "id-6", "NotSupported", /Reset/));

  it("a payload without a field that must be there", async () => {
    const { [old ? "errorCode" : "evseId"]: _left, ...payload } = statusPayload(version, "available") as Record<
      string,
      unknown
    >;
    const where = old ? /^\$\.errorCode is required/ : /^\$\.evseId is required/;
    await gets(call("id-7", "StatusNotification", payload), "id-7", code.missing, where);
  });

  it("a payload with a field of the wrong type", async () => {
    const payload = { ...statusPayload(version, "available"), connectorId: "one" };
    await gets(call("id-8", "StatusNotification", payload), "id-8", "TypeConstraintViolation", /^\$\.connectorId/);
  });

  it("a payload with a value that does not exist", async () => {
    const field = old ? "status" : "connectorStatus";
    const payload = { ...statusPayload(version, "available"), [field]: "Asleep" };
    const where = old ? /^\$\.status/ : /^\$\.connectorStatus/;
    await gets(call("id-9", "StatusNotification", payload), "id-9", "PropertyConstraintViolation", where);
  });

  it("a payload with a field too many", async () => {
    const payload = { ...statusPayload(version, "available"), mood: "good" };
    await gets(call("id-10", "StatusNotification", payload), "id-10", code.unknownField, /^\$\.mood/);
  });

  it("a payload that is no object", () =>
    gets('[2,"id-11","Heartbeat",[]]', "id-11", "TypeConstraintViolation", /^\$/));

  if (!old)
    it("a list with nothing in it", async () => {
      const payload = {
        eventType: "Started",
        timestamp: new Date().toISOString(),
        triggerReason: "Authorized",
        seqNo: 0,
        transactionInfo: { transactionId: "t" },
        idToken: { idToken: "A", type: "Central", additionalInfo: [] },
      };
      await gets(call("id-12", "TransactionEvent", payload), "id-12", code.occurrence, /^\$\.idToken\.additionalInfo/);
      expect(
        await gateway.row(
          "SELECT action, error FROM quarantine q JOIN station s ON s.id = q.station_id WHERE identity = $1",
          identity,
        ),
      ).toMatchObject({ action: "TransactionEvent", error: expect.stringMatching(/additionalInfo/) });
    });

  it("an answer nobody asked for", async () => {
    await gets('[3,"never-asked",{}]', undefined, "ignored", /answers no open call/);
    await gets('[4,"never-asked","InternalError","",{}]', undefined, "ignored", /answers no open call/);
  });

  it("the same message twice: it gets its first answer again, and changes nothing twice", async () => {
    const text = call("twice", "StatusNotification", statusPayload(version, "occupied"));
    station.send(text);
    const first = await station.next();
    station.send(text);
    expect(await station.next()).toBe(first);
    expect(await kept(text)).toMatchObject({ answer: first, verdict: "repeated" });
  });

  it("another message under the same id: it is a message of its own", async () => {
    for (const status of ["occupied", "available"] as const) {
      station.send(call("reused", "StatusNotification", statusPayload(version, status)));
      expect(JSON.parse(await station.next())).toEqual([3, "reused", {}]);
    }
    await gateway.row(
      "SELECT 1 FROM connector c JOIN station s ON s.id = c.station_id WHERE identity = $1 AND status = 'available'",
      identity,
    );
  });

  it("a binary frame: the line is closed with 1003, and the connection's history says why", async () => {
    station.send(Buffer.from([1, 2, 3]));
    expect(await station.closed).toMatchObject({ code: 1003 });
    expect(await history()).toMatchObject({ close_code: 1003, close_reason: "OCPP is spoken in text frames" });
  });

  it("a frame of 2 MB: the line is closed with 1009, and the connection's history says why", async () => {
    station.send(call("big", "DataTransfer", { vendorId: "x", data: "x".repeat(2_000_000) }));
    expect(await station.closed).toMatchObject({ code: 1009 });
    expect(await history()).toMatchObject({ close_code: 1009, close_reason: "a message was larger than 1 MiB" });
  });

  it("NUL where text belongs: it goes to quarantine, and the station learns that it was not kept", async () => {
    const text = call("nul", "DataTransfer", { vendorId: "x" }).replace('"nul"', '"nul\\u0000"');
    station.send(text);
    expect(JSON.parse(await station.next())[2]).toBe("InternalError");
    const [row] = await gateway.rows<{ raw: Buffer }>(
      "SELECT raw FROM quarantine q JOIN station s ON s.id = q.station_id WHERE identity = $1 ORDER BY q.id DESC LIMIT 1",
      identity,
    );
    expect(row?.raw.toString("utf8")).toBe(text);
    expect(await kept(text)).toMatchObject({ verdict: "InternalError" });
  });

  const history = () =>
    gateway.row("SELECT close_code, close_reason FROM connection WHERE epoch = $1 AND closed_at IS NOT NULL", epoch);
});

it("2.1: hears that an answer of ours could not be used, and answers no SEND", async () => {
  const station = await gateway.boot("SENDS", "2.1");
  station.send('[5,"some-id","FormatViolation","did not like it",{}]');
  station.send(
    '[6,"stream","NotifyPeriodicEventStream",{"id":1,"pending":0,"basetime":"2026-01-01T00:00:00Z","data":[]}]',
  );
  station.send('[6,"nothing","MakeCoffee",{}]');
  expect((await station.call("Heartbeat", {}))[0]).toBe(3);
  expect(station.received).toHaveLength(2);
  const frames = await waitFor(
    async () => {
      const rows = await gateway.rows(
        `SELECT verdict, note FROM journal.frame f JOIN station s ON s.id = f.station_id
         WHERE identity = 'SENDS' AND (action IS NULL OR action NOT IN ('BootNotification', 'Heartbeat')) ORDER BY f.id`,
      );
      return rows.length === 3 ? rows : undefined;
    },
    { what: "three frames on record" },
  );
  expect(frames).toMatchObject([
    { verdict: "ignored", note: expect.stringMatching(/FormatViolation did not like it/) },
    { verdict: expect.stringMatching(/Violation|NotSupported/) },
    { verdict: "NotImplemented" },
  ]);
});

it.each([
  ["heartbeats", (index: number) => call(`n${index}`, "Heartbeat", {}), 3],
  [
    "statuses",
    (index: number) => call(`n${index}`, "StatusNotification", statusPayload("1.6", "occupied", index + 1)),
    3,
  ],
  ["nonsense", (index: number) => call(`n${index}`, "MakeCoffee", {}), 4],
] as const)(
  "1,000 %s at once: each is answered, while another station's calls are answered as ever",
  async (_what, text, type) => {
    const station = await gateway.boot("FLOODER", "1.6");
    for (let index = 0; index < 1000; index++) station.send(text(index));
    for (let times = 0; times < 20; times++) {
      expect((await neighbour.call("StatusNotification", statusPayload("2.0.1", "available")))[0]).toBe(3);
    }
    const ids = new Set<unknown>();
    while (ids.size < 1000) {
      const [kind, id] = JSON.parse(await station.next({ timeoutMs: 50_000 }));
      expect(kind).toBe(type);
      ids.add(id);
    }
    station.close();
  },
);

const call = (id: string, action: string, payload: unknown) => JSON.stringify([2, id, action, payload]);
