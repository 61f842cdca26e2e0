import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { hideReason, showReason } from './reason-tooltip.js';

export interface ControlOptions {
  readonly icon: TemplateResult;
  /** The name; visible when `showLabel`. A host replaces it through the default slot. */
  readonly label: string;
  readonly showLabel: boolean;
  /** Classes that paint it, such as `brand`. */
  readonly look: string;
  /** Why it cannot be used now; it stays focusable and says so. */
  readonly reason?: string | undefined;
  /** What it is busy with. */
  readonly busy?: string | undefined;
  readonly pressed?: boolean | undefined;
  readonly press: () => void;
  readonly mark?: TemplateResult | undefined;
}

/** Every button of the kit: a native one, at least 44 px, that explains itself when it is of no use. */
export function control(options: ControlOptions): TemplateResult {
  const { icon, label, showLabel, look, reason, busy, pressed, press, mark } = options;
  const explanation = reason ?? busy;
  return html`<button
      part="button"
      type="button"
      class="control ${look} ${showLabel ? 'wide' : ''}"
      aria-pressed=${ifDefined(pressed)}
      aria-disabled=${ifDefined(reason ? 'true' : undefined)}
      aria-busy=${ifDefined(busy ? 'true' : undefined)}
      aria-describedby=${ifDefined(explanation ? 'reason' : undefined)}
      @click=${reason ? showReason : press}
      @pointerenter=${showReason}
      @pointerleave=${hideReason}
      @focus=${showReason}
      @blur=${hideReason}
    >
      <slot name="icon">${icon}</slot>
      <span part="label" class=${showLabel ? 'label' : 'sr'}><slot>${label}</slot></span>
      ${mark ?? nothing}
    </button>
    ${
      explanation
        ? html`<span
            part="reason"
            id="reason"
            class="tooltip"
            popover="manual"
            @pointerleave=${hideReason}
            >${explanation}</span
          >`
        : nothing
    }`;
}
