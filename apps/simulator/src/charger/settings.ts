/** What a station can be told about its behaviour, whatever the words of its version. Spans are milliseconds. */
export type Settings = {
  heartbeatMs: number;
  /** Between an authorisation and the plug. */
  connectionTimeOutMs: number;
  /** Between two samples of a running transaction; 0 for none. */
  sampleMs: number;
  /** The grid of clock-aligned samples, counted from midnight UTC; 0 for none. */
  alignedMs: number;
  messageTimeoutMs: number;
  transactionAttempts: number;
  transactionRetryMs: number;
  /** Between two pings of the station's own; 0 for none. */
  pingMs: number;
  /** Offline for longer: every connector is reported again. */
  offlineThresholdMs: number;
  backOffMinimumMs: number;
  backOffRandomMs: number;
  backOffRepeats: number;
  stopOnInvalidId: boolean;
  authorizeRemoteStart: boolean;
  localPreAuthorize: boolean;
  localAuthorizeOffline: boolean;
  offlineUnknownTokens: boolean;
  tokenCache: boolean;
  localList: boolean;
  /** What may open and what closes a transaction (2.x); any member suffices. */
  startPoints: string[];
  stopPoints: string[];
  startedMeasurands: string[];
  sampledMeasurands: string[];
  endedMeasurands: string[];
  alignedMeasurands: string[];
};

export const defaultSettings: Settings = {
  heartbeatMs: 300_000,
  connectionTimeOutMs: 60_000,
  sampleMs: 60_000,
  alignedMs: 0,
  messageTimeoutMs: 30_000,
  transactionAttempts: 3,
  transactionRetryMs: 60_000,
  pingMs: 60_000,
  offlineThresholdMs: 60_000,
  backOffMinimumMs: 1_000,
  backOffRandomMs: 2_000,
  backOffRepeats: 5,
  stopOnInvalidId: true,
  authorizeRemoteStart: false,
  localPreAuthorize: false,
  localAuthorizeOffline: true,
  offlineUnknownTokens: true,
  tokenCache: true,
  localList: true,
  startPoints: ["PowerPathClosed"],
  stopPoints: ["EVConnected", "Authorized"],
  startedMeasurands: ["Energy.Active.Import.Register"],
  sampledMeasurands: [
    "Energy.Active.Import.Register",
    "Power.Active.Import",
    "Current.Import",
    "Voltage",
    "Power.Offered",
    "SoC",
  ],
  endedMeasurands: ["Energy.Active.Import.Register", "SoC"],
  alignedMeasurands: ["Energy.Active.Import.Register", "Power.Active.Import"],
};
