import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Token, TokenName } from '../../src/index.js';
import { tokens } from '../../src/theme/token-list.js';
import { inSession } from '../in-session.js';
import { visitorPanel } from '../recipes/panel.js';
import { states } from '../states.js';
import { contrastsIn, least } from './contrast.js';
import { usersOf, valuesIn } from './token-facts.js';
import './token-page.styles.js';

type KitToken = Token<TokenName>;
type Contrast = ReturnType<typeof contrastsIn>[number];

const layers = {
  brand: 'Brand: the five a brand changes first',
  reference: 'Reference: what exists',
  semantic: 'Semantic: what it is for',
  component: 'Component: one element’s own knobs',
};

const short = (name: TokenName): string => name.slice('--visavis-'.length);

/** Every token as it is here and now, beside a panel that wears them. It renders where it stands, as a host’s page would. */
export class TokenPage extends LitElement {
  /** What a host would write into its own style sheet. */
  @property({ attribute: false }) changes: Readonly<Record<string, string>> = {};
  /** For `data-visavis-theme`. */
  @property() look = '';

  @state() private values: ReadonlyMap<TokenName, string> = new Map();
  @state() private contrasts: readonly Contrast[] = [];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('changes') || changed.has('look')) void this.#measure();
  }

  protected override render(): unknown {
    return html`<main
      class="token-page"
      data-visavis-theme=${this.look}
      style=${styleMap(this.changes)}
    >
      <header>
        <h1>Tokens</h1>
        <p>
          ${tokens.length} custom properties dress the whole kit. Change the five of the brand, or
          the visitor’s button, among this story’s controls: all that is here follows at once.
        </p>
      </header>
      <div class="tried">${this.#renderKit()} ${this.#renderOutcome()}</div>
      ${Object.entries(layers).map(([layer, title]) => this.#renderLayer(layer, title))}
      <section class="contrasts">
        <h2>Contrast</h2>
        <p>
          What is written on what (at least ${least.text}:1), and what stands out from what (at
          least ${least.control}:1).
        </p>
        ${this.#renderContrasts()}
      </section>
    </main>`;
  }

  #renderKit(): TemplateResult {
    return html`<div class="kit">
      ${inSession(states.idle, html`<headset-button show-label></headset-button>`, {
        className: 'button',
      })}
      <div class="recipe">${visitorPanel(states.bothCameras)}</div>
    </div>`;
  }

  #renderOutcome(): TemplateResult {
    const weak = this.contrasts.filter(({ kind, ratio }) => ratio < least[kind]);
    return html`<div class="outcome">
      <div role="status">
        ${
          weak.length > 0
            ? html`<div class="warning">
                <h2>
                  ${weak.length === 1 ? 'One pair is' : `${weak.length} pairs are`} too weak to read
                </h2>
                <ul>
                  ${weak.map(
                    ({ back, front, kind, ratio }) =>
                      html`<li>
                        <code>${short(front)}</code> on <code>${short(back)}</code>:
                        ${ratio.toFixed(2)}:1, and ${kind === 'text' ? 'text' : 'a control'} needs
                        ${least[kind]}:1
                      </li>`,
                  )}
                </ul>
              </div>`
            : html`<p class="fine">All ${this.contrasts.length} pairs have enough contrast.</p>`
        }
      </div>
      <h2>To copy</h2>
      <pre tabindex="0" aria-label="CSS to copy"><code>${this.#css()}</code></pre>
    </div>`;
  }

  #css(): string {
    const lines = Object.entries(this.changes).map(([name, value]) => `  ${name}: ${value};`);
    return lines.length > 0
      ? `:root {\n${lines.join('\n')}\n}`
      : '/* As shipped: nothing to write. */';
  }

  #renderLayer(layer: string, title: string): TemplateResult {
    return html`<section>
      <h2>${title}</h2>
      <ul class="tokens">
        ${tokens.filter((token) => token.layer === layer).map((token) => this.#renderToken(token))}
      </ul>
    </section>`;
  }

  #renderToken(token: KitToken): TemplateResult {
    return html`<li data-token=${token.name}>
      <span class="sample" aria-hidden="true">${this.#renderSample(token)}</span>
      <div>
        <p><code class="name">${token.name}</code></p>
        <p>
          <code class="value">${this.values.get(token.name)}</code>
          ${token.unset ? html`<span class="quiet">worked out</span>` : nothing}
        </p>
        <p>${token.description}</p>
        <p class="quiet">Read by ${usersOf(token)}</p>
      </div>
    </li>`;
  }

  #renderSample({ name, type }: KitToken): unknown {
    switch (type) {
      case 'color':
        return html`<i class="swatch" style="background: ${this.values.get(name) ?? 'none'}"></i>`;
      case 'dimension':
        if (name.includes('radius'))
          return html`<i class="corner" style="border-radius: var(${name})"></i>`;
        if (name.includes('-text-')) return html`<b style="font-size: var(${name})">Aa</b>`;
        return html`<i class="length" style="inline-size: var(${name})"></i>`;
      case 'fontFamily':
        return html`<b style="font-family: var(${name})">Aa</b>`;
      case 'fontWeight':
        return html`<b style="font-weight: var(${name})">Aa</b>`;
      case 'shadow':
        return html`<i class="corner raised" style="box-shadow: var(${name})"></i>`;
      default:
        return nothing;
    }
  }

  #renderContrasts(): TemplateResult {
    const fronts = [...new Set(this.contrasts.map(({ front }) => front))];
    return html`<ul class="pairs">
      ${fronts.map(
        (front) =>
          html`<li>
            <code class="name">${short(front)}</code>
            <ul>
              ${this.contrasts.filter((pair) => pair.front === front).map((pair) => this.#renderPair(pair))}
            </ul>
          </li>`,
      )}
    </ul>`;
  }

  #renderPair({ back, front, kind, ratio }: Contrast): TemplateResult {
    const weak = ratio < least[kind];
    const paint = { color: this.values.get(front), background: this.values.get(back) };
    return html`<li class="pair ${kind === 'text' ? 'reads' : 'shows'} ${weak ? 'weak' : ''}">
      <i aria-hidden="true" style=${styleMap(paint)}></i>
      <span>${short(back)}</span>
      <b>${ratio.toFixed(2)}${weak ? html` <span class="verdict">too weak</span>` : nothing}</b>
    </li>`;
  }

  /** Once the buttons have rendered: some tokens are worked out by them. */
  async #measure(): Promise<void> {
    const theme = this.querySelector<HTMLElement>('.token-page');
    const buttons = this.querySelectorAll<LitElement>('headset-button, hangup-button');
    await Promise.all([...buttons].map((button) => button.updateComplete));
    if (!theme) return;
    this.values = valuesIn(theme);
    this.contrasts = contrastsIn(theme);
  }
}

// Not again when the story is edited and its modules are loaded anew.
if (!customElements.get('token-page')) customElements.define('token-page', TokenPage);

declare global {
  interface HTMLElementTagNameMap {
    'token-page': TokenPage;
  }
}
