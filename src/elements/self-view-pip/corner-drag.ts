import type { Corner } from './corners.js';

/** Lets a finger or a mouse carry an element; where it is let go decides the corner. */
export class CornerDrag {
  readonly #element: HTMLElement;
  readonly #dropped: (corner: Corner) => void;
  #carried: AbortController | undefined;

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
    this.stop();
    down.preventDefault();
    handle.setPointerCapture(down.pointerId);
    const { style } = this.#element;
    const { signal } = (this.#carried = new AbortController());

    const move = (event: PointerEvent): void => {
      style.translate = `${event.clientX - down.clientX}px ${event.clientY - down.clientY}px`;
    };
    const end = (event: PointerEvent): void => {
      const { left, top, width, height } = this.#element.getBoundingClientRect();
      this.stop();
      if (event.type === 'pointercancel') return;
      // Its own middle, not the pointer's place: a mere click on a large one must not move it.
      const vertical = top + height / 2 < area.top + area.height / 2 ? 'top' : 'bottom';
      const horizontal = left + width / 2 < area.left + area.width / 2 ? 'left' : 'right';
      this.#dropped(`${vertical}-${horizontal}`);
    };
    handle.addEventListener('pointermove', move, { signal });
    for (const type of ['pointerup', 'pointercancel'] as const) {
      handle.addEventListener(type, end, { signal });
    }
  };

  /** Puts the element back, for instance when it goes away in the middle of it. */
  stop(): void {
    if (!this.#carried) return;
    this.#carried.abort();
    this.#carried = undefined;
    this.#element.style.translate = '';
  }
}
