import { type CSSResultGroup, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { SessionController } from '../../context/session-controller.js';
import { enNetwork } from '../../i18n/en-network.js';
import { addEnglish } from '../../i18n/localize.js';
import { inCall } from '../../session/snapshot.js';
import { farName, sentence } from '../shared/far-name.js';
import { SessionElement } from '../shared/session-element.js';
import { styles } from './network-quality.styles.js';

addEnglish(enNetwork);

const bars = [1, 2, 3, 4, 5] as const;

/**
 * @summary How well a side's network carries the call: five bars, quiet while all is well, in words
 * too when it is poor. There only in a call, once enough was measured. It announces nothing;
 * `<call-status>` does.
 * @tag network-quality
 * @csspart bars - The five bars.
 * @csspart label - The words; shown when the connection is poor, always there for screen readers.
 * @cssproperty [--visavis-color-warning-text] - Bars and words of a poor connection.
 * @cssState shown - There is something to show.
 * @cssState poor - The level is 1 or 2.
 */
export class NetworkQuality extends SessionElement {
  static override readonly styles: CSSResultGroup = styles;

  /** Whose network: one's own, or the far side's. */
  @property({ reflect: true }) of: 'self' | 'far' = 'self';

  readonly #call = new SessionController(this, ({ call, own, far, party }) => ({
    self: inCall(call) ? own.network : undefined,
    far: inCall(call) ? far.network : undefined,
    name: far.name,
    party,
  }));

  get #level(): 1 | 2 | 3 | 4 | 5 | undefined {
    return this.#call.value[this.of === 'far' ? 'far' : 'self'];
  }

  protected override willUpdate(): void {
    const level = this.#level;
    this.mark('shown', level !== undefined);
    this.mark('poor', level !== undefined && level <= 2);
  }

  protected override render(): unknown {
    const level = this.#level;
    if (level === undefined) return nothing;
    return html`<span class="base">
      <span part="bars" class="bars" aria-hidden="true">
        ${bars.map((bar) => html`<span class=${bar <= level ? 'full' : ''}></span>`)}
      </span>
      <span part="label" class=${level <= 2 ? 'label' : 'sr'}>${this.#words(level)}</span>
    </span>`;
  }

  #words(level: 1 | 2 | 3 | 4 | 5): string {
    if (this.of !== 'far') return this.words.term('ownNetwork', level);
    const { name, party } = this.#call.value;
    const far = farName({ far: name, party }, this.words);
    return sentence(this.words.term('farNetwork', far, level), this.words);
  }
}
