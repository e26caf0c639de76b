// Which room may import which (docs/architecture.md, "Rooms").
const generated = "/generated/";
const test = "(\\.test\\.tsx?$)|(/test/)";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Modules that need each other are one module, or one of them knows too much.",
      severity: "error",
      from: { pathNot: generated },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "everything-resolves",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "packages-know-no-apps",
      severity: "error",
      from: { path: "^packages/" },
      to: { path: "^(apps|bench|e2e)/" },
    },
    {
      name: "apps-know-no-other-app",
      comment: "Tests may play a station of the simulator against the gateway.",
      severity: "error",
      from: { path: "^apps/([^/]+)/", pathNot: test },
      to: { path: "^apps/", pathNot: "^apps/$1/" },
    },
    {
      name: "testing-is-for-tests",
      severity: "error",
      from: { path: "^(apps|packages)/", pathNot: [test, "^packages/testing/"] },
      to: { path: "^packages/testing/" },
    },
    {
      name: "tooling-is-not-product",
      severity: "error",
      from: { path: "^(apps|packages)/", pathNot: [test, "^packages/testing/"] },
      to: { path: "^tooling/" },
    },
    {
      name: "domain-imports-nothing-of-ours",
      severity: "error",
      from: { path: "^packages/domain/" },
      to: { path: "^(apps|packages|tooling)/", pathNot: "^packages/domain/" },
    },
    {
      name: "domain-knows-no-technology",
      comment: "What a charging network is depends on no database, screen or socket.",
      severity: "error",
      from: { path: "^packages/domain/", pathNot: test },
      to: { path: "(^|node_modules/)(pg|react|react-dom|ws|next|zod|@prisma/[^/]+)(/|$)" },
    },
    {
      name: "decisions-are-pure",
      comment: "A decision gets its facts handed in.",
      severity: "error",
      from: { path: "^packages/domain/.*decide[^/]*\\.ts$" },
      to: { path: "(^packages/(db|bus)/)|(^|node_modules/)(pg|@prisma/[^/]+)(/|$)" },
    },
    {
      name: "ocpp-only-translates",
      comment:
        "A dialect translates. It may use the domain's words (vocabulary, commands) and types, never its decisions.",
      severity: "error",
      from: { path: "^packages/ocpp/", pathNot: test },
      to: {
        path: "^packages/domain/",
        pathNot: "^packages/domain/src/(vocabulary|command|orders/[a-z-]+)\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "ocpp-knows-no-database",
      severity: "error",
      from: { path: "^packages/ocpp/", pathNot: test },
      to: { path: "(^(apps|packages)/(?!ocpp/|domain/))|(^|node_modules/)(pg|ws|@prisma/[^/]+)(/|$)" },
    },
    {
      name: "db-and-bus-are-the-ground",
      comment: "Rows and bells: they may know the domain's types, nothing above.",
      severity: "error",
      from: { path: "^packages/(db|bus)/", pathNot: test },
      to: { path: "^packages/(ocpp|testing)/" },
    },
    {
      name: "the-bus-knows-no-domain",
      severity: "error",
      from: { path: "^packages/bus/", pathNot: test },
      to: { path: "^packages/(domain|db)/" },
    },
    {
      name: "files-are-bytes",
      comment: "They are taken, kept and dropped without knowing what they are for.",
      severity: "error",
      from: { path: "^packages/files/", pathNot: test },
      to: { path: "^(apps|packages)/(?!files/)" },
    },
    {
      name: "wire-types-stay-at-the-edge",
      comment:
        "Only the simulator, tests, the benchmark and the console's message and expert views may know how OCPP spells it.",
      severity: "error",
      from: {
        path: "^(apps|packages|bench|e2e)/",
        pathNot: [
          test,
          "^packages/(ocpp|testing)/",
          "^apps/simulator/",
          "^bench/",
          "^apps/web/src/(features|server)/(messages|expert)/",
        ],
      },
      to: { path: "^packages/ocpp/src/generated/" },
    },
    {
      name: "pages-arrange",
      comment: "A component looks, a feature shows, a page arranges: never the other way round.",
      severity: "error",
      from: { path: "^apps/web/src/components/" },
      to: { path: "^apps/web/src/(features|app|server)/" },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", generated, "\\.next"] },
    exclude: { path: ["/dist/", "\\.next/", "next-env"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: require("node:path").join(__dirname, "tsconfig", "boundaries.json") },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mts", ".js", ".mjs", ".cjs", ".json", ".css"],
    },
    combinedDependencies: true,
  },
};
