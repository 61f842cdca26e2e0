import { warned } from '../session/warn-once.js';

/** Keeps what each test of the surrounding `describe` makes the console warn of; a test starts with none. */
export function hearWarnings(): string[] {
  const { warn } = console;
  const warnings: string[] = [];
  beforeEach(() => {
    warnings.length = 0;
    warned.clear();
    console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
  });
  afterEach(() => {
    console.warn = warn;
  });
  return warnings;
}
