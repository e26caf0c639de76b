import { type Version, versions } from "../../src/version";
import { readTable } from "../csv";
import { readUseCases, speaksOf, type UseCase } from "./links";
import { type Example, examplesOf, inboundMeaning, outboundMeaning, proofOf } from "./meaning";
import { testFinder } from "./tests";

type Row = Record<string, string>;

const titles: Record<Version, string> = {
  "1.6": "OCPP 1.6 with its security extension",
  "2.0.1": "OCPP 2.0.1",
  "2.1": "OCPP 2.1",
};

/** The page docs/protocol-coverage.md: what of each version is here, read from the tables that make it so. */
export async function coveragePage(): Promise<string> {
  const actions = await readTable("actions.csv");
  const useCases = await readUseCases();
  const testsOf = testFinder();
  const spoken = versions.toReversed();
  return [
    "# Protocol coverage",
    introduction,
    countTable(spoken, actions),
    ...spoken.flatMap((version) => [
      `## ${titles[version]}`,
      actionTable(version, actionsOf(version, actions), version === "1.6" ? [] : useCases, testsOf),
    ]),
    "## Use cases of 2.x",
    useCaseTable(useCases, actionsOf("2.1", actions)),
    "## Certification cases of 1.6",
    caseTable(await readTable("certification-cases.csv")),
    "## Not spoken here yet",
    "OCPP 1.2 and 1.5, over SOAP.",
    table(["version", "action", "from", "block"], actions.filter(isSoap).map(soapRow)),
    "",
  ].join("\n\n");
}

const introduction = `Made by \`npm run docs:coverage\` from the tables in [packages/ocpp/data](../packages/ocpp/data), the dialects'
own tables in [packages/ocpp/src](../packages/ocpp/src), the written conversations in
[packages/ocpp/fixtures](../packages/ocpp/fixtures) and the tests; a test fails when it is not what they make.

- **here**: what a station's message becomes ([report.ts](../packages/domain/src/report.ts)). Where nothing
  but an answer follows, it is made of what is known here, which may be that it cannot be had. Of a call of ours: its
  answer, and the facts in it.
- **proof**: what shows that a call of ours happened ([proof.ts](../packages/domain/src/proof.ts)), or why nothing does.
- **tests**: the conversations that hold it and the tests that name it. Beside them \`every-action.test.ts\` plays every
  conversation over a real socket and database, and \`schemas.test.ts\` throws every valid payload at every action.`;

const actionsOf = (version: Version, actions: readonly Row[]) =>
  // The security extension of 1.6 is spoken under the same subprotocol as 1.6.
  actions.filter((row) => row.version?.replace("-security", "") === version);

const isSoap = ({ version }: Row) => version?.endsWith("-SOAP") === true;

function countTable(spoken: readonly Version[], actions: readonly Row[]): string {
  const rows = spoken.map((version) => {
    const own = actionsOf(version, actions);
    const count = (direction: string) => String(own.filter((row) => row.direction === direction).length);
    return [version, count("CS->CSMS"), count("CSMS->CS"), count("both"), String(own.length)];
  });
  return table(["version", "from the station", "from us", "from both", "actions"], rows);
}

function actionTable(
  version: Version,
  actions: readonly Row[],
  useCases: readonly UseCase[],
  testsOf: (version: string, action: string) => string[],
): string {
  const examples = examplesOf(version);
  const rows = actions.flatMap(({ action = "", block = "", direction }) => {
    const cases = useCases.filter((useCase) => isIn(version, useCase) && speaksOf(useCase, action));
    const ends = [cases.map(({ id }) => id).join(" "), testsOf(version, action).join(", ")] as const;
    return [
      ...(direction === "CSMS->CS" ? [] : [inboundRow(version, action, block, examples, ends)]),
      ...(direction === "CS->CSMS" ? [] : [outboundRow(version, action, block, examples, ends)]),
    ];
  });
  return table(["action", "from", "block", "use cases", "here", "proof", "tests"], rows);
}

type Ends = readonly [useCases: string, tests: string];

const inboundRow = (version: Version, action: string, block: string, examples: Example[], [cases, tests]: Ends) => [
  action,
  "station",
  block,
  cases,
  inboundMeaning(version, action, examples),
  "",
  tests,
];

const outboundRow = (version: Version, action: string, block: string, examples: Example[], [cases, tests]: Ends) => [
  action,
  "us",
  block,
  cases,
  outboundMeaning(version, action, examples),
  proofOf(version, action, examples),
  tests,
];

const isIn = (version: Version, { since }: UseCase) => version === "2.1" || since === version;

function useCaseTable(useCases: readonly UseCase[], actions: readonly Row[]): string {
  const rows = useCases.map((useCase) => [
    useCase.id,
    useCase.since,
    useCase.title,
    String(useCase.requirements || ""),
    String(useCase.cases || ""),
    actions
      .map(({ action = "" }) => action)
      .filter((action) => speaksOf(useCase, action))
      .join(", "),
  ]);
  return table(["use case", "since", "title", "requirements", "certification cases", "actions"], rows);
}

function caseTable(cases: readonly Row[]): string {
  const own = cases.filter(({ version }) => version === "1.6");
  const blocks = [...new Set(own.map(({ block = "" }) => block))];
  return table(
    ["block", "cases"],
    blocks.map((name) => [name, String(own.filter(({ block }) => block === name).length)]),
  );
}

const soapRow = ({ version = "", action = "", direction, block = "" }: Row) => [
  version.replace("-SOAP", ""),
  action,
  direction === "CS->CSMS" ? "station" : direction === "both" ? "both" : "us",
  block,
];

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`.replaceAll(/ {2,}/g, " ");
  return [line(columns), `|${columns.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}
