import { html, type TemplateResult, svg } from 'lit';

/** The kit's drawings: 24 grid, one stroke, current colour. Hosts replace them by slot. */
export const draw = (shapes: TemplateResult<2>): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${shapes}</svg>`;

export const headsetIcon = draw(
  svg`<path d="M4.5 13.5v-2a7.5 7.5 0 0 1 15 0v2"/><rect x="3.5" y="13" width="4" height="6.5" rx="1.75"/><rect x="16.5" y="13" width="4" height="6.5" rx="1.75"/><path d="M18.75 19.5A2.25 2.25 0 0 1 16.5 21.5H13.25"/>`,
);
export const microphoneIcon = draw(
  svg`<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5.5 11.25a6.5 6.5 0 0 0 13 0M12 17.75V21"/>`,
);
export const microphoneOffIcon = draw(
  svg`<path d="M9 8.5V11a3 3 0 0 0 4.6 2.54M15 10.5V6a3 3 0 0 0-5.7-1.3M5.5 11.25a6.5 6.5 0 0 0 10.3 5.3M18.5 11.25c0 .95-.2 1.84-.56 2.65M12 17.75V21M4 3.5l16.5 17"/>`,
);
export const cameraIcon = draw(
  svg`<rect x="2.75" y="6" width="12.5" height="12" rx="2.75"/><path d="m15.25 10.6 4.55-2.92a.95.95 0 0 1 1.45.8v7.04a.95.95 0 0 1-1.45.8l-4.55-2.92"/>`,
);
export const cameraOffIcon = draw(
  svg`<path d="M10.25 6h2.25a2.75 2.75 0 0 1 2.75 2.75V11M15.25 13.4l4.55 2.92a.95.95 0 0 0 1.45-.8V8.48a.95.95 0 0 0-1.45-.8l-4.55 2.92M14.9 16.6A2.75 2.75 0 0 1 12.5 18h-7a2.75 2.75 0 0 1-2.75-2.75v-6.5c0-1.15.7-2.13 1.7-2.54M3.5 3.5l17 17"/>`,
);
export const hangupIcon = draw(
  svg`<path d="M12 9.25c-3.55 0-6.78.95-9.05 2.65-.75.55-1.05 1.5-.8 2.38l.5 1.8c.27.95 1.25 1.5 2.2 1.23l2.35-.68c.7-.2 1.22-.78 1.33-1.5l.22-1.43A14.3 14.3 0 0 1 12 13.35c1.13 0 2.23.12 3.25.35l.22 1.43c.11.72.63 1.3 1.33 1.5l2.35.68c.95.27 1.93-.28 2.2-1.23l.5-1.8c.25-.88-.05-1.83-.8-2.38-2.27-1.7-5.5-2.65-9.05-2.65Z"/>`,
);
