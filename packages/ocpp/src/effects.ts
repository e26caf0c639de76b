import type { Answer, CommandAnswer } from "@chargehand/domain/command";
import type { ProofPlan } from "@chargehand/domain/proof";
import type { ToldInParts, Work } from "@chargehand/domain/vocabulary";
import type { SentBy } from "./actions";
import type { Response } from "./messages";
import type { Version } from "./version";

// Every word with which a station may answer a call of ours has its meaning here: one without does not compile.
const answers: ReadonlyMap<string, Answer> = new Map(
  Object.entries({
    Accepted: "accepted",
    // Accepted, and what was going on before is cancelled for it.
    AcceptedCanceled: "accepted",
    Unlocked: "accepted",
    Unpublished: "accepted",
    Scheduled: "scheduled",
    RebootRequired: "reboot-required",
    NotImplemented: "unsupported",
    NotSupported: "unsupported",
    NotSupportedAttributeType: "unsupported",
    NotSupportedMessageFormat: "unsupported",
    NotSupportedPriority: "unsupported",
    NotSupportedState: "unsupported",
    LanguageNotSupported: "unsupported",
    ConditionNotSupported: "unsupported",
    UnsupportedMonitorType: "unsupported",
    UnknownMessageId: "unsupported",
    UnknownVendorId: "unsupported",
    DownloadOngoing: "rejected",

    Duplicate: "rejected",
    DuplicateTariffId: "rejected",
    EmptyResultSet: "rejected",
    Failed: "rejected",
    Faulted: "rejected",
    Invalid: "rejected",
    InvalidCertificate: "rejected",
    NoCurrencyChange: "rejected",
    NoFirmware: "rejected",
    NoProfile: "rejected",
    NoProfiles: "rejected",

    NoTariff: "rejected",
    NotFound: "rejected",
    Occupied: "rejected",
    OngoingAuthorizedTransaction: "rejected",
    Rejected: "rejected",
    RevokedCertificate: "rejected",
    TooManyElements: "rejected",
    TxNotFound: "rejected",
    Unavailable: "rejected",
    Unknown: "rejected",
    UnknownComponent: "rejected",
    UnknownConnector: "rejected",
    UnknownTransaction: "rejected",
    UnknownVariable: "rejected",
    UnlockFailed: "rejected",
    VersionMismatch: "rejected",
  } as const satisfies Record<Word, Answer>),
);

type Word = WordsOf<"1.6"> | WordsOf<"2.1">;
type WordsOf<V extends Version> = { [A in SentBy<"csms", V>]: WordIn<Response<V, A>> }[SentBy<"csms", V>];
// Some answers have one status, some a list of results with one each.
type WordIn<R> = StatusIn<R> | { [K in keyof R]-?: R[K] extends readonly (infer I)[] ? StatusIn<I> : never }[keyof R];
type StatusIn<R> = R extends { status: infer S extends string } | { attributeStatus: infer S extends string }
  ? S
  : never;

/** Why a station answered as it did; 1.6 never says. */
export interface StatusInfo {
  reasonCode: string;
  additionalInfo?: string;
}

/** A station's answer by the one word that says it; the word itself is kept where ours says less. */
export function answerFrom(status: string, info?: StatusInfo): CommandAnswer {
  const answer = answers.get(status) ?? "rejected";
  const word = status === "Accepted" || status === "Rejected" ? undefined : status;
  const detail = [word, info && (info.additionalInfo || info.reasonCode)].filter(Boolean).join(": ");
  return detail ? { answer, detail } : { answer };
}

/** The answer to a call whose status says all. */
export const byStatus = (
  _request: unknown,
  { status, statusInfo }: { status: string; statusInfo?: StatusInfo },
): CommandAnswer => answerFrom(status, statusInfo);

/** The answer to a question whose status may say that there is none of what was asked for: that answers it as well. */
export const byStatusOrNone =
  (none: string) =>
  (request: unknown, response: { status: string; statusInfo?: StatusInfo }): CommandAnswer => {
    const answer = byStatus(request, response);
    return response.status === none ? { ...answer, answer: "accepted", complete: true } : answer;
  };

/** The answer to a call that has no status to say no with. */
export const acknowledged = (): CommandAnswer => ({ answer: "accepted" });

/** The proof where the answer itself is it: the station tells what was asked, or that it has done it. */
export const byAnswer = (): ProofPlan => ({ watch: { for: "answer" }, deadlineSeconds: 30 });

/** The proof where the station tells it in parts that follow the answer. */
export const byReport =
  (of: ToldInParts) =>
  ({ requestId }: { requestId: number }): ProofPlan => ({
    watch: { for: "report", of, requestId },
    deadlineSeconds: 120,
  });

/** The proof where the work goes on after the answer, and the station tells how far it is. */
export const byProgress =
  (of: Work) =>
  ({ requestId }: { requestId?: number }): ProofPlan => ({
    watch: { for: "progress", of, requestId },
    deadlineSeconds: deadlines[of],
  });

const deadlines: Record<Work, number> = {
  // Some hundred megabytes over a mobile connection, with repetitions.
  log: 3600,
  // From when it may begin. Many wait until nobody charges.
  firmware: 86_400,
  publication: 3600,
  "battery-swap": 900,
};
