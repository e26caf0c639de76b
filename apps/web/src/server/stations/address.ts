/** What an operator types into a charger: the gateway's address with the station's name at its end. */
export const stationAddress = (gatewayUrl: string, identity: string) =>
  `${gatewayUrl.replace(/\/+$/, "")}/${encodeURIComponent(identity)}`;
