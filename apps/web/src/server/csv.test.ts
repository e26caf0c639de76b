import { describe, expect, it } from "vitest";
import { csvLine, csvResponse } from "./csv";

describe("a line of a CSV file", () => {
  it("holds times as ISO, numbers with a dot, and nothing where there is nothing", () => {
    expect(csvLine(["CS-1", 7.4, true, new Date(0), null, undefined])).toBe(
      "CS-1,7.4,true,1970-01-01T00:00:00.000Z,,\r\n",
    );
  });

  it("quotes what would end a cell, and keeps a formula from being one", () => {
    expect(csvLine(['a"b', "c,d", "e\nf"])).toBe('"a""b","c,d","e\nf"\r\n');
    expect(csvLine(["=1+1", "@x", "-2", -2])).toBe("'=1+1,'@x,'-2,-2\r\n");
  });

  it("is sent line by line, and whoever leaves ends the writing", async () => {
    let ended = false;
    async function* lines() {
      try {
        for (let n = 0; ; n++) yield `${n}\r\n`;
      } finally {
        ended = true;
      }
    }
    const reader = csvResponse("x.csv", lines()).body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("0\r\n");
    await reader?.cancel();
    expect(ended).toBe(true);
  });
});
