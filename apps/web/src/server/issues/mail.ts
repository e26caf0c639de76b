import { createTransport } from "nodemailer";

/** Sends one letter; throws when the mail server does not take it. */
export interface Mail {
  send(letter: Letter): Promise<void>;
}

export interface Letter {
  to: string;
  subject: string;
  text: string;
  /** The same letter has the same one, however often it is sent. */
  messageId: string;
}

/** A way to a mail server; a letter has a connection of its own, for letters are rare. */
export function mailOf(url: string, from: string): Mail {
  const transport = createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 });
  return {
    async send(letter) {
      await transport.sendMail({ from, ...letter });
    },
  };
}
