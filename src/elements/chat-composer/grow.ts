/** Makes a field as high as its text, in browsers that do not by themselves; style sheets say where it ends. */
export function grow(field: HTMLElement, native = CSS.supports('field-sizing', 'content')): void {
  if (native) return;
  field.style.blockSize = 'auto';
  const borders = field.offsetHeight - field.clientHeight;
  field.style.blockSize = `${field.scrollHeight + borders}px`;
}
