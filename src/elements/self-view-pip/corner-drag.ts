import type { Corner } from './corners.js';

/** Lets a finger or a mouse carry an element; where it is let go decides the corner. */
export class CornerDrag {
  readonly #element: HTMLElement;
  readonly #dropped: (corner: Corner) => void;

  constructor(element: HTMLElement, dropped: (corner: Corner) => void) {
    this.#element = element;
    this.#dropped = dropped;
  }

  readonly start = (down: PointerEvent): void => {
    const handle = down.currentTarget as HTMLElement;
    const area = (
      this.#element.assignedSlot?.parentElement ?? this.#element.parentElement
    )?.getBoundingClientRect();
    if (down.button !== 0 || !area) return;
    down.preventDefault();
    handle.setPointerCapture(down.pointerId);
    const { style } = this.#element;

    const move = (event: PointerEvent): void => {
      style.translate = `${event.clientX - down.clientX}px ${event.clientY - down.clientY}px`;
    };
    const drop = (event: PointerEvent): void => {
      handle.removeEventListener('pointermove', move);
      style.translate = '';
      if (event.type === 'pointercancel') return;
      const vertical = event.clientY < area.top + area.height / 2 ? 'top' : 'bottom';
      const horizontal = event.clientX < area.left + area.width / 2 ? 'left' : 'right';
      this.#dropped(`${vertical}-${horizontal}`);
    };
    handle.addEventListener('pointermove', move);
    // The browser releases the capture after either, so the listener left over never fires again.
    for (const type of ['pointerup', 'pointercancel'] as const) {
      handle.addEventListener(type, drop, { once: true });
    }
  };
}
