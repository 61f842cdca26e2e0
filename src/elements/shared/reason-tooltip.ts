const gap = 6;

const tooltipOf = (event: Event): HTMLElement | null => {
  const button = event.currentTarget as HTMLElement;
  return (button.getRootNode() as ShadowRoot).getElementById('reason');
};

/** Shows why a control cannot be used. In the top layer, so that no scrolling panel cuts it off. */
export function showReason(event: Event): void {
  const button = event.currentTarget as HTMLElement;
  const tooltip = tooltipOf(event);
  const wanted = event.type !== 'focus' || button.matches(':focus-visible');
  if (!tooltip?.showPopover || !wanted) return;
  if (!tooltip.matches(':popover-open')) tooltip.showPopover();
  const at = button.getBoundingClientRect();
  const { width, height } = tooltip.getBoundingClientRect();
  const left = at.left + at.width / 2 - width / 2;
  const below = at.bottom + gap;
  const top = below + height > innerHeight ? at.top - gap - height : below;
  tooltip.style.left = `${Math.max(gap, Math.min(left, innerWidth - width - gap))}px`;
  tooltip.style.top = `${top}px`;
}

/** Leaving hides it, and so does Escape: it must never be in the way. */
export function hideReason(event: Event): void {
  if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
  const tooltip = tooltipOf(event);
  if (tooltip?.matches(':popover-open')) tooltip.hidePopover();
}
