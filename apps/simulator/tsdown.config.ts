import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/main.ts"],
  format: "esm",
  platform: "node",
  target: "node20",
  outDir: "dist",
  clean: true,
  dts: false,
  // Workspace packages are TypeScript source: they go into the bundle.
  deps: { alwaysBundle: [/^@chargehand\//] },
});
