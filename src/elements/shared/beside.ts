const gap = 6;

/** Puts what lies in the top layer under its control; over it, where there is no room. */
export function putBeside(control: Element, box: HTMLElement): void {
  const at = control.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const left = at.left + at.width / 2 - width / 2;
  const below = at.bottom + gap;
  const top = below + height > innerHeight ? at.top - gap - height : below;
  box.style.left = `${Math.max(gap, Math.min(left, innerWidth - width - gap))}px`;
  box.style.top = `${Math.max(gap, top)}px`;
}
