import { typesByTouch } from '../shared/types-by-touch.js';

/**
 * Whether a key asks to send. Shift+Enter breaks the line, and so does Enter alone where no Shift is at hand: on a
 * touch screen Send sends. The Enter that ends a composition is the input method's own; Safari says so by the
 * old key code alone.
 */
export function asksToSend(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells it there
  if (event.isComposing || event.keyCode === 229) return false;
  if (event.key !== 'Enter' || event.shiftKey || event.altKey) return false;
  return event.ctrlKey || event.metaKey || !typesByTouch();
}
