import { z } from "zod";
import type { Controls } from "../../charger/controls";
import type { Answer, Command } from "../../dialects/command";
import { accepted2, define2 } from "../../dialects/ocpp2/define";
import type { Message } from "../../wire/outbox";

/** What the station knows of a customer, and how it forgets (2.x, block N). */
export const customerCommands2 = {
  CustomerInformation: define2(
    z.object({
      requestId: z.int(),
      report: z.boolean(),
      clear: z.boolean(),
      idToken: z.object({ idToken: z.string() }).optional(),
      customerIdentifier: z.string().optional(),
      customerCertificate: z.object({ serialNumber: z.string() }).optional(),
    }),
    ({ clear, customerCertificate, customerIdentifier, idToken, report, requestId }, controls) => {
      const named = [idToken?.idToken, customerIdentifier, customerCertificate?.serialNumber].filter(
        (name) => name !== undefined,
      );
      const [name] = named;
      if (name === undefined || named.length > 1) return status("Invalid");
      if (!report && !clear) return status("Rejected");
      const known = knowledge(name, controls);
      return accepted2(() => {
        if (clear) controls.tokens.forget(name);
        const told = report ? known : ["Forgotten"];
        const lines = told.length > 0 ? told : ["Nothing is known of this customer"];
        for (const part of parts(requestId, lines.join("\n"), controls)) controls.post(part);
      });
    },
  ),
} satisfies Record<string, Command>;

/** The local list is the CSMS's own and is told, but never forgotten here. */
function knowledge(name: string, { blocks, charger, tokens }: Controls): string[] {
  const cached = tokens.recall(name);
  const listed = blocks.localList.recall(name);
  const charging = charger.running.filter(({ token }) => token?.value.toLowerCase() === name.toLowerCase());
  return [
    ...(cached ? [`Cache: ${cached.status}${cached.group === undefined ? "" : `, group ${cached.group}`}`] : []),
    ...(listed ? [`Local list: ${listed.status}`] : []),
    ...charging.map(
      ({ evse, startedAt, wireId }) =>
        `Transaction ${wireId} at EVSE ${evse} since ${new Date(startedAt).toISOString()}`,
    ),
  ];
}

function parts(requestId: number, text: string, { now }: Controls): Message[] {
  const count = Math.ceil(text.length / charactersPerPart);
  return Array.from({ length: count }, (_, seqNo) => ({
    action: "NotifyCustomerInformation",
    urgent: true,
    build: () => ({
      requestId,
      seqNo,
      tbc: seqNo < count - 1,
      generatedAt: new Date(now()).toISOString(),
      data: text.slice(seqNo * charactersPerPart, (seqNo + 1) * charactersPerPart),
    }),
  }));
}

const charactersPerPart = 512;

function status(word: string): Answer {
  return { result: { status: word } };
}
