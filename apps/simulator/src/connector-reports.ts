import type { Charger } from "./charger/charger";
import type { Connector, Evse } from "./charger/evse";
import type { Dialect } from "./dialects/dialect";
import type { Message } from "./wire/outbox";
import type { Outcome } from "./wire/outcome";

export type ConnectorReportsOptions = { charger(): Charger; dialect(): Dialect; post(message: Message): void };

/** What the CSMS knows of each connector: changes are told once, and what did not arrive is told again. */
export class ConnectorReports {
  #options: ConnectorReportsOptions;
  #told = new Map<Connector, string>();

  constructor(options: ConnectorReportsOptions) {
    this.#options = options;
  }

  /** Tells it if the word for it changed. */
  changed(evse: Evse, connector: Connector): void {
    const { dialect, post } = this.#options;
    const word = dialect().statusWord(evse, connector);
    if (this.#told.get(connector) === word) return;
    const onOutcome = (outcome: Outcome): void => {
      if (outcome.type !== "result" && this.#told.get(connector) === word) this.#told.delete(connector);
    };
    this.#told.set(connector, word);
    for (const message of dialect().connectorStatus(evse, connector)) post({ ...message, onOutcome });
  }

  /** Tells whatever the CSMS does not know yet. */
  missing(): void {
    for (const evse of this.#options.charger().evses) {
      for (const connector of evse.connectors) this.changed(evse, connector);
    }
  }

  /** Tells everything, as after a start. */
  everything(): void {
    this.forget();
    for (const message of this.#options.dialect().stationStatus()) this.#options.post(message);
    this.missing();
  }

  forget(): void {
    this.#told.clear();
  }

  /** Tells one connector whether or not it changed. */
  insist(evse: Evse, connector: Connector, urgent: boolean): void {
    const { dialect, post } = this.#options;
    for (const message of dialect().connectorStatus(evse, connector)) post({ ...message, urgent });
  }
}
