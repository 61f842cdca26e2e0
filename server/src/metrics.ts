import { Counter, Gauge, Registry } from 'prom-client';

/** What is read only when it is asked for. */
interface Readings {
  readonly clients: () => number;
  readonly waiting: () => number;
  readonly ready: () => boolean;
}

/** What `/metrics` tells, in Prometheus' own format. */
export class Metrics {
  readonly registry = new Registry();
  readonly joined = this.#counter('joined_total', 'Clients that were let in.');
  readonly refused = this.#counter('refused_total', 'Clients that were refused, by word.', 'word');
  readonly turnedAway = this.#counter(
    'turned_away_total',
    'Connections that were not heard, by reason.',
    'reason',
  );
  readonly closed = this.#counter('closed_total', 'Clients whose sockets closed, by code.', 'code');
  readonly messages = this.#counter('messages_total', 'Messages of clients, by type.', 'type');
  readonly routed = this.#counter('routed_total', 'Where messages went.', 'way');
  readonly waitingRoom = this.#counter(
    'waiting_room_total',
    'What was answered at the waiting room.',
    'answer',
  );
  readonly strikes = this.#counter('strikes_total', 'Messages that were not taken.', 'reason');

  constructor({ clients, ready, waiting }: Readings) {
    this.#gauge('clients', 'Clients that are in.', clients);
    this.#gauge('waiting_messages', 'Messages that wait for somebody.', waiting);
    this.#gauge('ready', 'Whether newcomers can be let in.', () => (ready() ? 1 : 0));
  }

  #counter<T extends string>(name: string, help: string, ...labelNames: T[]): Counter<T> {
    return new Counter({
      name: `visavis_${name}`,
      help,
      labelNames,
      registers: [this.registry],
    });
  }

  #gauge(name: string, help: string, read: () => number): void {
    const gauge: Gauge = new Gauge({
      name: `visavis_${name}`,
      help,
      registers: [this.registry],
      collect: () => gauge.set(read()),
    });
  }
}
