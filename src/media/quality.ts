import type { PathLevel, PathMeter, PathReading } from '../ports/path.js';

/** What a report says in numbers that only grow, and in two that are of the moment. */
export interface Counters {
  /** Of the sound that comes in, in packets. */
  readonly received: number;
  readonly lost: number;
  /** In samples: how many were played, and how many of them were made up. */
  readonly samples: number;
  readonly concealed: number;
  /** Seconds. */
  readonly jitter: number;
  /** Seconds that the far picture stood still. */
  readonly frozen: number;
  /** Of the sound that goes out, by the far browser's reports. */
  readonly farLost: number | undefined;
  readonly farJitter: number | undefined;
  /** Seconds. */
  readonly roundTrip: number | undefined;
  /** Bits a second. */
  readonly available: number | undefined;
}

/** The fields of `RTCStatsReport` entries that are read here; an engine may lack any of them. */
interface Entry extends Readonly<Partial<Record<Field, number>>> {
  readonly id: string;
  readonly type: string;
  readonly kind?: string;
  /** Of a transport. */
  readonly selectedCandidatePairId?: string;
  /** Of a pair, in Firefox, which reports no transport. */
  readonly selected?: boolean;
}

type Field =
  | 'packetsReceived'
  | 'packetsLost'
  | 'totalSamplesReceived'
  | 'concealedSamples'
  | 'silentConcealedSamples'
  | 'totalFreezesDuration'
  | 'fractionLost'
  | 'jitter'
  | 'roundTripTime'
  | 'currentRoundTripTime'
  | 'availableOutgoingBitrate';

interface Direction {
  /** From 0 to 1. */
  readonly lost: number;
  /** Seconds from mouth to ear, as far as it is known. */
  readonly delay: number;
  /** Sound is missing and nothing is known to be lost: late, or a cut that has only begun. */
  readonly unsure?: boolean;
}

/**
 * A report in numbers. Of two lines of a kind, one of which is empty, the sum is the other one's.
 */
export function count(report: RTCStatsReport): Counters {
  const sums = { received: 0, lost: 0, samples: 0, concealed: 0, jitter: 0, frozen: 0 };
  let [remote, pair]: (Entry | undefined)[] = [];
  const entries = report as unknown as ReadonlyMap<string, Entry>;
  for (const entry of entries.values()) {
    const { type, kind } = entry;
    if (type === 'inbound-rtp' && kind === 'audio') {
      sums.received += entry.packetsReceived ?? 0;
      sums.lost += entry.packetsLost ?? 0;
      sums.samples += entry.totalSamplesReceived ?? 0;
      sums.concealed += (entry.concealedSamples ?? 0) - (entry.silentConcealedSamples ?? 0);
      sums.jitter += entry.jitter ?? 0;
    }
    if (type === 'inbound-rtp' && kind === 'video') sums.frozen += entry.totalFreezesDuration ?? 0;
    if (type === 'remote-inbound-rtp' && kind === 'audio') remote = entry;
    if (type === 'transport') pair = entries.get(entry.selectedCandidatePairId ?? '');
    if (type === 'candidate-pair' && entry.selected) pair ??= entry;
  }
  return {
    ...sums,
    farLost: remote?.fractionLost,
    farJitter: remote?.jitter,
    // The pair's own question and answer are newer than a report of the far side.
    roundTrip: pair?.currentRoundTripTime ?? remote?.roundTripTime,
    available: pair?.availableOutgoingBitrate,
  };
}

/** What came in between two reports; undefined when no sound did, or on another connection. */
export function heardBetween(before: Counters, now: Counters): Direction | undefined {
  const received = now.received - before.received;
  if (received <= 0) return undefined;
  // A packet that comes twice is counted as one less that is lost.
  const lost = Math.max(0, now.lost - before.lost);
  const samples = now.samples - before.samples;
  // What comes too late is no loss on the way, and as bad for the ear.
  const concealed = samples > 0 ? Math.max(0, now.concealed - before.concealed) / samples : 0;
  return {
    lost: Math.max(lost / (lost + received), concealed),
    delay: delayOf(now.roundTrip, now.jitter),
    unsure: lost === 0 && concealed > 0,
  };
}

// Seconds: what a packet of sound holds, and what a browser waits for more than its jitter. How long
// it really waits is known too, and tells of the past: the buffer shrinks long after the jitter.
const holdsAndWaits = 0.02 + 0.06;

const delayOf = (roundTrip = 0, jitter = 0): number => holdsAndWaits + roundTrip / 2 + 2 * jitter;

/** What the far browser reports of what this side sends; undefined before its first report. */
function reported({ farJitter, farLost, roundTrip }: Counters): Direction | undefined {
  return farLost === undefined
    ? undefined
    : { lost: farLost, delay: delayOf(roundTrip, farJitter) };
}

/**
 * The rating R of ITU-T G.107, the E-model, from 0 to 93.2: what delay and loss take from speech.
 * Delay after Cole and Rosenbluth (2001); loss with the robustness that G.113 gives to G.711 with
 * concealment (Bpl 25.1), which Opus reaches at least.
 */
export function rating({ delay, lost }: Direction): number {
  const ms = delay * 1000;
  const late = 0.024 * ms + 0.11 * Math.max(0, ms - 177.3);
  const percent = lost * 100;
  return Math.max(0, 93.2 - late - (95 * percent) / (percent + 25.1));
}

// ITU-T G.109: where all are very satisfied, satisfied, some dissatisfied, many dissatisfied. With
// 3, 10 and 30 % of loss the rating is 80, 64 and 40. Jitsi shows five bars up to 2 % of loss, four
// to 4 %, one from 8 % on; Twilio and LiveKit keep theirs to themselves.
// The best begins two lower than there: a mean that gets better comes near to it slowly.
const least = { 5: 88, 4: 80, 3: 70, 2: 60 } as const;
// A level is kept until the rating is so far below it.
const grace = 4;
// Of a second that was worse, and of one that was better: trouble shows at once, and goes slowly.
const worse = 0.55;
const better = 0.2;
// Seconds without a word after which nothing is known any more.
const forgotten = 5;

/** One direction's level, second by second, so that it does not flicker. */
export class Level {
  #rating: number | undefined;
  #silent = 0;
  level: PathLevel | undefined;

  next(direction: Direction | undefined): PathLevel | undefined {
    if (!direction) {
      this.#silent += 1;
      if (this.#silent >= forgotten) this.#rating = this.level = undefined;
      return this.level;
    }
    this.#silent = 0;
    const now = rating(direction);
    const before = this.#rating ?? now;
    this.#rating = before + (now - before) * (now < before ? worse : better);
    return (this.level = levelOf(this.#rating, this.level));
  }
}

function levelOf(of: number, before: PathLevel | undefined): PathLevel {
  for (const level of [5, 4, 3, 2] as const) {
    if (of >= least[level] - (level === before ? grace : 0)) return level;
  }
  return 1;
}

/**
 * Reads a path in both directions. On a path from page to page a direction's loss is known where it
 * arrives, and for sure; whose network loses it, the sender's way up or the receiver's way down,
 * nobody can tell. It is said of the sender, since most networks are narrower upwards. Delay is
 * measured there and back, and taken as half each way. Sound decides; a picture that stands still
 * only keeps a level from being good.
 */
export function pathMeter(): PathMeter {
  const [received, sent] = [new Level(), new Level()];
  let before: Counters | undefined;
  let unsure: Direction | undefined;
  return {
    read(report, cut = false): PathReading {
      const now = count(report);
      let heard = before && !cut ? heardBetween(before, now) : undefined;
      // One second alone was a cut, or this machine's own: no more of it counts than lasted.
      if (unsure && heard) received.next({ ...unsure, lost: Math.min(unsure.lost, heard.lost) });
      // The next look knows what it was.
      unsure = !unsure && heard?.unsure ? heard : undefined;
      if (unsure) heard = undefined;
      const stoodStill = !cut && before !== undefined && now.frozen - before.frozen > 0.5;
      before = now;
      const level = received.next(heard);
      return {
        received: stoodStill && level && level > 3 ? 3 : level,
        sent: sent.next(cut ? undefined : reported(now)),
        lost: now.farLost,
        roundTrip: now.roundTrip,
        available: now.available,
      };
    },
  };
}
