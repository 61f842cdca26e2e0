import { addLanguage, loadLanguagesBy } from '../localize.js';

// English is always there.
const asked = new Set(['en']);

loadLanguagesBy((lang) => {
  const code = lang.toLowerCase().replace(/[-_].*/, '');
  if (asked.has(code)) return;
  asked.add(code);
  fetch(code).catch((error: unknown) => {
    asked.delete(code); // English stays; the next element that needs it tries again
    console.warn(`visavis: the language ${code} could not be loaded:`, error);
  });
});

// The list is a file of its own: with the names of all languages it is not worth every page's while.
async function fetch(code: string): Promise<void> {
  const { languages } = await import('../languages.js');
  const terms = await languages[code]?.();
  if (terms) addLanguage(terms);
}
