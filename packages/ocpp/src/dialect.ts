import type { Command, CommandAnswer, CommandOf, CommandType } from "@chargehand/domain/command";
import type { Outcome } from "@chargehand/domain/outcome";
import type { ProofPlan } from "@chargehand/domain/proof";
import type { Report, ReportOf, ReportType } from "@chargehand/domain/report";

/** Translates one action that stations send. Two pure functions; the domain decides between them. */
export interface Inbound<Request, Response, T extends ReportType> {
  report: T;
  toReport(request: Request, context: InboundContext): ReportOf<T>;
  /** Some answers repeat what they answer to. */
  toAnswer(outcome: Outcome<T>, context: AnswerContext, request: Request): Response;
  /** A message of a transaction is answered as accepted even when it can only be quarantined: an error would make the station repeat it. */
  ofTransaction?: true;
}

export interface InboundContext {
  receivedAt: Date;
  /** Collects tolerances used, for the frame's note. */
  note(text: string): void;
}

export interface AnswerContext {
  now: Date;
}

/** An adapter as tables hold it: of one action, whatever report it makes. */
export interface AnyInbound<Request = unknown, Response = object> {
  report: ReportType;
  toReport(request: Request, context: InboundContext): Report;
  toAnswer(outcome: Outcome, context: AnswerContext, request: Request): Response;
  ofTransaction?: true;
}

/** How each command is said: a missing one does not compile. What cannot be said in some form of it alone throws Unsupported. */
export type Speech = {
  [T in CommandType]: ((command: CommandOf<T>, context: OutboundContext) => WireCall) | Wordless;
};

/** Stands where a version has no words for a command at all; why, in a sentence for the operator. */
export interface Wordless {
  wordless: string;
}

export const wordless = (why: string): Wordless => ({ wordless: why });

export interface OutboundContext {
  /** Our command's number: remote start id, request id. */
  commandId: number;
  /** Where a file that is asked for is to be put. */
  uploadTo?: string;
}

/** A call ready to be validated and sent. */
export interface WireCall {
  action: string;
  payload: object;
}

/** What a CSMS action means once it is answered, whether a curated command or the expert's bench sent it. */
export type Effect<Request, Response> = Meaning<Request, Response> & (Provable<Request> | Unprovable);

interface Meaning<Request, Response> {
  toAnswer(request: Request, response: Response): CommandAnswer;
  /** Facts in the answer itself: variables that were read, a transaction's status. */
  toReports?(request: Request, response: Response): Report[];
}

interface Provable<Request> {
  /** What would prove the call, known when it is sent: the proof may overtake the answer. Undefined where this very call cannot be proven. */
  proof(request: Request): ProofPlan | undefined;
  unprovable?: undefined;
}

interface Unprovable {
  proof?: undefined;
  /** Why OCPP has no proof of it, in a sentence for the documentation. */
  unprovable: string;
}

/** One language, as the gateway uses it: everything typed inside, JSON at its border. */
export interface Dialect {
  /** The adapter for an action that stations of this version may send. */
  inbound(action: string): AnyInbound | undefined;
  /** Throws Unsupported where this version has no words. */
  build(command: Command, context: OutboundContext): WireCall;
  effect(action: string): Effect<unknown, unknown> | undefined;
}
