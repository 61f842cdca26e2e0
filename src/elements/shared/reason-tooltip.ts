import { putBeside } from './beside.js';

/** What describes the control, or is itself what the pointer left. */
function tooltipIn({ currentTarget }: Event): HTMLElement | null {
  const control = currentTarget as HTMLElement;
  const id = control.getAttribute('aria-describedby') ?? control.id;
  return (control.getRootNode() as ShadowRoot).getElementById(id);
}

/** Shows why a control cannot be used. In the top layer, so that no scrolling panel cuts it off. */
export function showReason(event: Event): void {
  const button = event.currentTarget as HTMLElement;
  const tooltip = tooltipIn(event);
  const wanted = event.type !== 'focus' || button.matches(':focus-visible');
  if (!tooltip?.showPopover || !wanted) return;
  if (!tooltip.matches(':popover-open')) {
    tooltip.showPopover();
    hideOnEscape(tooltip);
  }
  putBeside(button, tooltip);
}

/** Leaving hides it; but going from the control onto it, to read it, is no leaving. */
export function hideReason(event: Event): void {
  const tooltip = tooltipIn(event);
  const { relatedTarget: to } = event as FocusEvent | PointerEvent;
  if (to && tooltip?.parentNode?.contains(to as Node)) return;
  if (tooltip?.matches(':popover-open')) tooltip.hidePopover();
}

/** Wherever the focus is: the pointer alone may have brought it. That Escape closes nothing else. */
function hideOnEscape(tooltip: HTMLElement): void {
  const listening = new AbortController();
  const { signal } = listening;
  const escape = (event: KeyboardEvent): void => {
    if (!tooltip.isConnected) return listening.abort(); // went away with its reason
    if (event.key !== 'Escape') return;
    event.preventDefault();
    tooltip.hidePopover();
  };
  addEventListener('keydown', escape, { capture: true, signal });
  tooltip.addEventListener('beforetoggle', () => listening.abort(), { signal });
}
