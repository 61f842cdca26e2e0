import type { LitElement, ReactiveController } from 'lit';
import type { Session } from '../../session/session.js';

interface Drop {
  /** Whose panel takes drops, all of it; without one around, the host alone does. */
  readonly session: () => Session | undefined;
  readonly can: () => boolean;
  readonly take: (files: Iterable<File>) => void;
  /** In the top layer, over what takes the drop. */
  readonly cover: () => HTMLElement | null;
}

/** Takes files that are dropped anywhere on the panel around its host, and shows where. */
export class DropTarget implements ReactiveController {
  readonly #host: LitElement;
  readonly #drop: Drop;
  #target: HTMLElement | undefined;
  #listening = new AbortController();

  constructor(host: LitElement, drop: Drop) {
    this.#host = host;
    this.#drop = drop;
    host.addController(this);
  }

  hostUpdated(): void {
    const session = this.#drop.session();
    const target = (session && panelOf(session, this.#host)) ?? this.#host;
    if (target !== this.#target) this.#listen(target);
  }

  hostDisconnected(): void {
    this.#hide();
    this.#listening.abort();
    this.#target = undefined;
  }

  #listen(target: HTMLElement): void {
    this.#listening.abort();
    this.#listening = new AbortController();
    this.#target = target;
    const { signal } = this.#listening;
    target.addEventListener('dragenter', this.#over, { signal });
    target.addEventListener('dragover', this.#over, { signal });
    target.addEventListener('dragleave', this.#leave, { signal });
    target.addEventListener('drop', this.#take, { signal });
  }

  // Also where nothing can be attached now: the browser would open the file in place of the page.
  readonly #over = (event: DragEvent): void => {
    const { dataTransfer } = event;
    if (event.defaultPrevented || !dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    const can = this.#drop.can();
    dataTransfer.dropEffect = can ? 'copy' : 'none';
    if (can) this.#show();
  };

  // Nothing is entered when the drag is given up, or leaves the window.
  readonly #leave = ({ relatedTarget }: DragEvent): void => {
    if (!(relatedTarget instanceof Node && this.#target?.contains(relatedTarget))) this.#hide();
  };

  readonly #take = (event: DragEvent): void => {
    this.#hide();
    const files = event.dataTransfer?.files;
    if (event.defaultPrevented || !files?.length) return;
    event.preventDefault();
    if (this.#drop.can()) this.#drop.take(files);
  };

  #show(): void {
    const cover = this.#drop.cover();
    if (!cover || !this.#target || cover.matches(':popover-open')) return;
    const { bottom, left, right, top } = this.#target.getBoundingClientRect();
    cover.style.left = `${Math.max(0, left)}px`;
    cover.style.top = `${Math.max(0, top)}px`;
    cover.style.width = `${Math.min(innerWidth, right) - Math.max(0, left)}px`;
    cover.style.height = `${Math.min(innerHeight, bottom) - Math.max(0, top)}px`;
    cover.showPopover();
  }

  #hide(): void {
    const cover = this.#drop.cover();
    if (cover?.matches(':popover-open')) cover.hidePopover();
  }
}

/** What gives its session to the host: by what it has, for its tag may be any. */
function panelOf(session: Session, host: HTMLElement): HTMLElement | undefined {
  let node: Node | null | undefined = host;
  while (node) {
    if (node !== host && (node as { session?: unknown }).session === session)
      return node as HTMLElement;
    node = (node as Element).assignedSlot ?? node.parentNode ?? (node as Partial<ShadowRoot>).host;
  }
  return undefined;
}
