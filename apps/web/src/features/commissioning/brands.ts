/** What of ours goes into a field of a charger's setup. */
type FieldContent = "address" | "address-without-id" | "host-and-port" | "path" | "identity" | "secret" | "profile";

/** Where a maker hides what connects a charger to a network, in that maker's own words. */
interface Brand {
  id: string;
  name: string;
  /** The way through their app or page. */
  way: readonly string[];
  fields: readonly { label: string; content: FieldContent | { literal: string } }[];
  /** Where we have it from. */
  source: string;
}

/** Only what a maker or the people who connected one have written down; everything else is `generic`. */
export const brands: readonly Brand[] = [
  {
    id: "alfen",
    name: "Alfen (ACE Service Installer)",
    way: ["Connectivity", "Back Office Preset", "Manually enter backend settings", "Network Profile 1"],
    fields: [
      { label: "Protocol", content: { literal: "OCPP 1.6" } },
      { label: "Server domain and port", content: "host-and-port" },
      { label: "Back office path", content: "path" },
      { label: "Security profile level", content: "profile" },
    ],
    source: "https://aceservice.alfen.com/en-US/knowledgebase/article/KA-01372",
  },
  {
    id: "alfen-eve-control",
    name: "Alfen (Eve Control)",
    way: ["Charging Stations", "Backoffice", "Set primary backoffice", "Define new backoffice..."],
    fields: [{ label: "URL", content: "address-without-id" }],
    source: "https://aceservice.alfen.com/en-us/knowledgebase/article/KA-01452",
  },
  {
    id: "go-e",
    name: "go-e",
    way: ["Internet", "OCPP"],
    fields: [{ label: "OCPP server url", content: "address" }],
    source: "https://github.com/goecharger/go-eCharger-API-v2/blob/main/ocpp-en.md",
  },
  {
    id: "spelsberg",
    name: "Spelsberg",
    way: ["System", "Settings", "More settings", "OCPP"],
    fields: [
      { label: "OCPP mode", content: { literal: "OCPP-J 1.6" } },
      { label: "OCPP Charge Point ID", content: "identity" },
      { label: "OCPP backend URL", content: "address-without-id" },
      { label: "OCPP backend password", content: "secret" },
    ],
    source: "https://www.spelsberg.com/service/support/e-mobility/wallbox/backend-integration/",
  },
  {
    id: "wallbox",
    name: "Wallbox",
    way: ["Enable OCPP"],
    fields: [
      { label: "URL", content: "address-without-id" },
      { label: "Charge Point Identity", content: "identity" },
      { label: "Password", content: "secret" },
    ],
    source: "https://docs.evcc.io/en/chargers/wallbox-pulsar-plus",
  },
];

/** What we have, cut the way a field wants it. */
export function contentOf(
  content: Exclude<FieldContent, "secret">,
  { address, identity }: { address: string; identity: string },
): string {
  const { host, protocol, pathname } = new URL(address);
  switch (content) {
    case "address":
      return address;
    case "address-without-id":
      return address.slice(0, -encodeURIComponent(identity).length);
    case "host-and-port":
      return host;
    case "path":
      return pathname.slice(0, -encodeURIComponent(identity).length);
    case "identity":
      return identity;
    case "profile":
      return protocol === "wss:" ? "2" : "1";
  }
}
