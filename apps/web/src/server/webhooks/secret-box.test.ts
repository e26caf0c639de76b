import { expect, it } from "vitest";
import { lockUp, unlock } from "./secret-box";

const pepper = "pepper-for-tests-pepper-for-tests";

it("gives back what was locked up, and never looks the same twice", () => {
  const boxes = [lockUp("whsec_abc", pepper), lockUp("whsec_abc", pepper)];

  expect(boxes[0]).not.toBe(boxes[1]);
  expect(boxes.map((box) => unlock(box, pepper))).toEqual(["whsec_abc", "whsec_abc"]);
});

it("does not open with another pepper, or after a bit was changed", () => {
  const box = lockUp("whsec_abc", pepper);
  const bytes = Buffer.from(box, "base64");
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);

  expect(() => unlock(box, `${pepper}!`)).toThrow();
  expect(() => unlock(bytes.toString("base64"), pepper)).toThrow();
});
