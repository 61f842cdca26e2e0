import type { Holder, Seat } from './presence.js';
import type { Place } from './shape.js';

/** A claim that is not answered yet: Redis is away, or about to answer. */
export interface Claim {
  readonly seat: Seat;
  readonly holder: Holder;
  readonly resolve: () => void;
  readonly reject: (why: unknown) => void;
  /**
   * The fence. The word that somebody has taken the place after this claim may overtake the answer to it, since
   * the two come by different connections: then the claim was answered, and is over.
   */
  overAfter: number;
  /** What came for the place before the answer did. */
  readonly early: { readonly epoch: number; readonly message: string }[];
}

/** The claims of one node that are under way. */
export class Claims {
  readonly #all = new Set<Claim>();

  begin(seat: Seat, holder: Holder): { readonly claim: Claim; readonly settled: Promise<void> } {
    let resolve!: () => void;
    let reject!: (why: unknown) => void;
    const settled = new Promise<void>((...both) => ([resolve, reject] = both));
    const claim = { seat, holder, resolve, reject, overAfter: 0, early: [] };
    this.#all.add(claim);
    return { claim, settled };
  }

  /** False when it is not under way any more: given up, or its session has ended. */
  end(claim: Claim): boolean {
    return this.#all.delete(claim);
  }

  /** Its client has gone. */
  giveUp(holder: Holder): void {
    for (const claim of this.#all) {
      if (claim.holder !== holder) continue;
      this.#all.delete(claim);
      claim.resolve();
    }
  }

  /** In the order in which they began. */
  of({ sid, id }: Place): Claim[] {
    return [...this.#all].filter(({ seat }) => seat.sid === sid && seat.id === id);
  }

  ofSession(sid: string): Claim[] {
    return [...this.#all].filter(({ seat }) => seat.sid === sid);
  }

  get all(): Claim[] {
    return [...this.#all];
  }
}
