import { type EventToInsert, insertEvents } from "@chargehand/db/events";
import type { Prisma } from "@chargehand/db/generated/client";
import { type House, originOf, type Person, type SignedIn } from "./context";

export type Transaction = Prisma.TransactionClient;

/** What a person changed, as the audit trail keeps it: never a secret, never more than the fields that moved. */
export interface AuditEntry {
  /** noun.verb, e.g. `station.approve` */
  action: string;
  /** noun:id, e.g. `station:412` */
  subject: string;
  before?: object;
  after?: object;
}

/** What has to be told besides the change itself. */
export interface Telling {
  audit(entry: AuditEntry): void;
  event(event: EventToInsert): void;
  /** A gateway should look at this station: at its commands, or at what the operator decided about it. */
  station(id: number): void;
  /** What stations are to know of tokens may be something else now. */
  tokens(): void;
}

export type Writer = Pick<SignedIn, "prisma" | "clock" | "bus"> & { person: Person | House };

/** One change by a person or a program: the rows, its audit entries and its events commit together, and only then the bell rings. */
export async function write<T>(
  { prisma, person, clock, bus }: Writer,
  work: (tx: Transaction, tell: Telling) => Promise<T>,
): Promise<T> {
  const audits: AuditEntry[] = [];
  const events: EventToInsert[] = [];
  const stations = new Set<number>();
  let tokens = false;

  const result = await prisma.$transaction(async (tx) => {
    const done = await work(tx, {
      audit: (entry) => audits.push(entry),
      event: (event) => events.push(event),
      station: (id) => stations.add(id),
      tokens: () => {
        tokens = true;
      },
    });
    if (audits.length === 0) throw new Error("a change was about to be made without its audit entry");

    const at = clock();
    const by = { at, actor: person.name, actorId: person.id, origin: originOf(person) };
    await tx.audit.createMany({
      data: audits.map((entry) => ({ ...entry, ...by, before: json(entry.before), after: json(entry.after) })),
    });
    await insertEvents(tx, events);
    return done;
  }, patience);

  if (events.length > 0) bus.publish("events");
  // Gateways believe what they know of a token for a moment; a block has no moment.
  if (tokens || events.some(({ event }) => event.type === "token.changed")) bus.publish("tokens");
  for (const station of stations) bus.publish("commands", String(station));
  return result;
}

// A fleet's worth of changes at once wait for each other; none of them is dropped for that.
const patience = { maxWait: 15_000, timeout: 15_000 };

/** A value as a JSON column keeps it: without what is undefined, dates as text. */
export const json = <Value extends object | undefined>(
  value: Value,
): Prisma.InputJsonObject | (undefined extends Value ? undefined : never) => value && JSON.parse(JSON.stringify(value));
