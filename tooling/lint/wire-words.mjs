// Translate at the edge, once: how OCPP spells things may be known only where it is spoken. Comments may cite it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { root, sources } from "./sources.mjs";

const mayKnow = [
  /^packages\/(ocpp|testing)\//,
  /^apps\/simulator\//,
  /^apps\/web\/src\/(features|server)\/(messages|expert)\//,
  /^(bench|e2e)\//,
  /\/test\//,
  /\.test\.tsx?$/,
];

// Names of actions and values that mean nothing outside OCPP. Words that a charging network would use by itself (Reset,
// Available, Accepted) are left out: a domain word in their place would be the same word.
const wireWords = `
  BootNotification StatusNotification StartTransaction StopTransaction MeterValues DataTransfer TransactionEvent
  NotifyReport NotifyEvent NotifyMonitoringReport NotifyEVChargingNeeds NotifyEVChargingSchedule NotifyChargingLimit
  NotifyCustomerInformation NotifyDisplayMessages NotifyPeriodicEventStream ReportChargingProfiles
  ReservationStatusUpdate ClearedChargingLimit FirmwareStatusNotification DiagnosticsStatusNotification
  LogStatusNotification SignedFirmwareStatusNotification PublishFirmwareStatusNotification SecurityEventNotification
  SignCertificate CertificateSigned GetCertificateStatus Get15118EVCertificate GetConfiguration ChangeConfiguration
  RemoteStartTransaction RemoteStopTransaction RequestStartTransaction RequestStopTransaction GetTransactionStatus
  ChangeAvailability UnlockConnector ClearCache GetDiagnostics UpdateFirmware SignedUpdateFirmware PublishFirmware
  UnpublishFirmware SendLocalList GetLocalListVersion ReserveNow CancelReservation SetChargingProfile
  ClearChargingProfile GetChargingProfiles GetCompositeSchedule ExtendedTriggerMessage GetBaseReport GetReport
  GetVariables SetVariables GetMonitoringReport SetMonitoringBase SetMonitoringLevel SetVariableMonitoring
  ClearVariableMonitoring InstallCertificate DeleteCertificate GetInstalledCertificateIds SetNetworkProfile
  CustomerInformation CostUpdated SetDisplayMessage GetDisplayMessages ClearDisplayMessage
  Preparing SuspendedEV SuspendedEVSE Finishing EVConnected PowerPathClosed CablePluggedIn ChargingStateChanged
  StopAuthorized RemoteStart RemoteStop UnlockCommand DeAuthorized EVDisconnected PowerUp
  ConcurrentTx RebootRequired EmergencyStop
  idTag idTagInfo parentIdTag idToken idTokenInfo groupIdToken connectorId evseId transactionInfo eventType seqNo
  triggerReason chargingState stoppedReason meterStart meterStop meterValue sampledValue chargePointVendor
  chargePointModel chargingStation
  FormationViolation FormatViolation PropertyConstraintViolation TypeConstraintViolation OccurenceConstraintViolation
  OccurrenceConstraintViolation RpcFrameworkError MessageTypeNotSupported
`;
const words = new Set(wireWords.trim().split(/\s+/));

const faults = sources(["apps", "packages", "tooling"])
  .filter((file) => !mayKnow.some((place) => place.test(file)))
  .flatMap((file) => wireWordsIn(file));

for (const fault of faults) process.stderr.write(`${fault}\n`);
if (faults.length > 0) {
  process.stderr.write(
    `\n${faults.length} wire words outside the places that speak OCPP: translate them at the edge.\n`,
  );
  process.exit(1);
}

/**
 * @param {string} file
 * @returns {string[]}
 */
function wireWordsIn(file) {
  const text = readFileSync(join(root, file), "utf8");
  const source = ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    false,
    file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  /** @type {string[]} */
  const found = [];
  const visit = (/** @type {ts.Node} */ node) => {
    for (const word of wordsOf(node)) {
      if (!words.has(word)) continue;
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push(`${file}:${line + 1} ${word}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/**
 * @param {ts.Node} node
 * @returns {string[]}
 */
function wordsOf(node) {
  if (ts.isIdentifier(node)) return [node.text];
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text.match(/\w+/g) ?? [];
  if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node))
    return node.text.match(/\w+/g) ?? [];
  return [];
}
