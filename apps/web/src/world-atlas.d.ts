// The file is three quarters of a megabyte: its type is not to be inferred from it.
declare module "world-atlas/countries-50m.json" {
  import type { feature } from "topojson-client";

  const topology: Parameters<typeof feature>[0];
  // biome-ignore lint/style/noDefaultExport: a JSON file has no names.
  export default topology;
}
