import type { LitElement, ReactiveController } from 'lit';
import { putBeside } from '../shared/beside.js';

/** What is asked beside a button: as a popover, which the browser closes on Escape and on a press elsewhere. */
export class Question implements ReactiveController {
  readonly #host: LitElement;
  readonly #shown: (shown: boolean) => void;
  #following: AbortController | undefined;

  constructor(host: LitElement, shown: (shown: boolean) => void) {
    this.#host = host;
    this.#shown = shown;
    host.addController(this);
  }

  /** With the focus on the answer that changes nothing. */
  open(): void {
    const box = this.#box;
    if (!box || this.#isOpen) return;
    box.showPopover();
    this.#follow();
    this.#find('[part=keep]')?.focus();
  }

  /** With the focus back on the button. */
  readonly close = (): void => {
    if (!this.#isOpen) return;
    this.#box?.hidePopover();
    this.#find('[part=button]')?.focus();
  };

  readonly toggled = ({ newState }: ToggleEvent): void => {
    this.#shown(newState === 'open');
    if (newState !== 'open') this.#following?.abort();
  };

  /** That Escape is for the question: nothing around it closes as well. */
  readonly byKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.close();
  };

  // The chat may end while it is asked.
  hostUpdated(): void {
    if (!this.#box) this.#gone();
  }

  hostDisconnected(): void {
    this.#gone();
  }

  get #box(): HTMLElement | null {
    return this.#find('[part=question]');
  }

  get #isOpen(): boolean {
    return this.#box?.matches(':popover-open') ?? false;
  }

  #gone(): void {
    this.#following?.abort();
    this.#shown(false);
  }

  /** Stays with its button when the page is scrolled or made smaller. */
  #follow(): void {
    this.#following = new AbortController();
    const { signal } = this.#following;
    const put = (): void => {
      const [button, box] = [this.#find('[part=button]'), this.#box];
      if (button && box) putBeside(button, box);
    };
    put();
    addEventListener('scroll', put, { capture: true, passive: true, signal });
    addEventListener('resize', put, { signal });
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector);
  }
}
