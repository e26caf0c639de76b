import { expect, it } from "vitest";
import { readIdentity } from "./identity";

it.each([
  ["/ocpp/CS-1", "CS-1"],
  ["/ocpp/CS-1/", "CS-1"],
  ["/ocpp//CS-1", "CS-1"],
  ["/ocpp/CS-1/CS-1", "CS-1"],
  ["/ocpp/a/tenant/CS-1", "CS-1"],
  ["/ocpp/RDAM%7C123", "RDAM|123"],
  ["/ocpp/space%20here", "space here"],
  ["/ocpp/plus+sign", "plus+sign"],
  ["/ocpp/slash%2Finside", "slash/inside"],
  ["/ocpp/once%2525", "once%25"],
  ["/ocpp/CS-1?token=x#y", "CS-1"],
  ["http://host:9000/ocpp/CS-1", "CS-1"],
  ["/ocpp/S%C3%A4ule", "Säule"],
])("reads %s as %s", (target, identity) => {
  expect(readIdentity(target)).toEqual({ identity });
});

it.each([
  ["/", "wrong-path"],
  ["/steve/websocket/CS-1", "wrong-path"],
  ["/ocpp", "no-identity"],
  ["/ocpp///", "no-identity"],
  ["/ocpp/%20", "no-identity"],
  ["/ocpp/%zz", "bad-escape"],
  ["/ocpp/%", "bad-escape"],
  ["/ocpp/%C3", "bad-escape"],
  ["/ocpp/a%00b", "bad-character"],
  [`/ocpp/${"x".repeat(300)}`, "too-long"],
])("finds in %s the problem %s", (target, problem) => {
  expect(readIdentity(target)).toEqual({ problem });
});

it("takes an identity of exactly 255 characters", () => {
  expect(readIdentity(`/ocpp/${"x".repeat(255)}`)).toEqual({ identity: "x".repeat(255) });
});
