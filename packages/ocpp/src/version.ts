/** The versions of OCPP that stations speak here as JSON over a WebSocket, newest first. */
export const versions = ["2.1", "2.0.1", "1.6"] as const;

export type Version = (typeof versions)[number];

/** The WebSocket subprotocol under which each version is spoken. */
export const subprotocols = {
  "1.6": "ocpp1.6",
  "2.0.1": "ocpp2.0.1",
  "2.1": "ocpp2.1",
} as const satisfies Record<Version, string>;

/** The version behind a subprotocol. Some stations write it in capitals, so letter case does not matter. */
export function versionOf(subprotocol: string): Version | undefined {
  const name = subprotocol.toLowerCase();
  return versions.find((version) => subprotocols[version] === name);
}
