import { expect, it } from "vitest";
import { type AskWords, parseAsk } from "./parse-ask";

const words: AskWords = {
  verbs: [
    { verb: "start", phrase: "start" },
    { verb: "stop", phrase: "stop" },
    { verb: "unlock", phrase: "unlock" },
    { verb: "unlock", phrase: "free cable" },
    { verb: "reset", phrase: "Reset" },
    { verb: "reset", phrase: "restart" },
    { verb: "out", phrase: "out" },
    { verb: "out", phrase: "out of service" },
  ],
  connector: ["connector", "plug"],
};

it.each([
  ["reset CS-0412", { verb: "reset", rest: "CS-0412" }],
  ["CS-0412 reset", { verb: "reset", rest: "CS-0412" }],
  ["Restart yard left", { verb: "reset", rest: "yard left" }],
  ["CS-0412 out of service", { verb: "out", rest: "CS-0412" }],
  ["free cable CS-0412 2", { verb: "unlock", rest: "CS-0412", connector: "2" }],
  ["start connector 2 CS-0412", { verb: "start", rest: "CS-0412", connector: "2" }],
  ["start CS-0412 plug 1.2", { verb: "start", rest: "CS-0412", connector: "1.2" }],
  ["CS-0412 2 stop", { verb: "stop", rest: "CS-0412", connector: "2" }],
  ["start", { verb: "start", rest: "" }],
  ["7", { rest: "7" }],
  ["4711", { rest: "4711" }],
  ["restaurant", { rest: "restaurant" }],
  ["  köln   süd ", { rest: "köln süd" }],
  ["", { rest: "" }],
])("%s", (text, ask) => expect(parseAsk(text, words)).toEqual(ask));

it.each([
  ["CS-0412 res", { verb: "reset", rest: "CS-0412" }],
  ["unl CS-0412 2", { verb: "unlock", rest: "CS-0412", connector: "2" }],
  ["CS-0412 re", { rest: "CS-0412 re" }],
  ["res", { rest: "res" }],
  ["köln süd", { rest: "köln süd" }],
])("%s, while it is being typed", (text, ask) => expect(parseAsk(text, words, { mayBeBegun: true })).toEqual(ask));
