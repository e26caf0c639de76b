import { describe, expect, it } from "vitest";
import { meaningsOf } from "./fields";

describe("what a field means", () => {
  it("is said in the schema's own words, also deep inside and in answers", async () => {
    const request = await meaningsOf("2.0.1", "TransactionEvent", "request");
    expect(request.get("seqNo")?.text).toMatch(/[Ss]equence/);
    expect(request.get("meterValue.sampledValue.value")?.text).toMatch(/value/i);
    expect(request.get("eventType")?.values).toEqual(["Ended", "Started", "Updated"]);
    expect((await meaningsOf("2.1", "BootNotification", "response")).get("status")?.values).toContain("Pending");
  });

  it("is at least which values there are, where the schemas say nothing", async () => {
    const fields = await meaningsOf("1.6", "StatusNotification", "request");
    expect(fields.get("status")).toMatchObject({ text: undefined, values: expect.arrayContaining(["Faulted"]) });
  });

  it("is nothing for a message nobody knows", async () => {
    expect((await meaningsOf("2.1", "toString", "request")).size).toBe(0);
  });
});
