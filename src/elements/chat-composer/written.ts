import { maxText } from '../../chat/limits.js';

// Characters that are left when one is told so.
const near = 200;

const control = /[^\P{Cc}\n\t]|\p{Cs}/gu;
const visible = /[^\s\p{Cf}]/u;

/** What was written as it is sent: without blank lines around it, or what no one can see. */
export function tidy(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').replace(control, '');
  return visible.test(plain) ? plain.trimEnd().replace(/^\s*\n/, '') : '';
}

/** Characters that are too many; none, or fewer, when they fit. */
export const over = (text: string): number => text.length - maxText;

/** Characters that still fit, when they are few enough to be told. */
export function left(text: string): number | undefined {
  const rest = maxText - text.length;
  return rest >= 0 && rest <= near ? rest : undefined;
}
