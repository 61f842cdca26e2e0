import { html, LitElement } from 'lit';

class PlainButton extends LitElement {
  protected override render(): unknown {
    return html`<button @click=${() => this.dispatchEvent(new Event('press'))}>Press</button>`;
  }
}
customElements.define('plain-button', PlainButton);
