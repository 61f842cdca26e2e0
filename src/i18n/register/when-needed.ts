import { importAgain } from '../../wire/import-again.js';
import { addLanguage, loadLanguagesBy } from '../localize.js';

// English is always there.
const asked = new Set(['en']);

loadLanguagesBy((lang) => {
  const code = lang.toLowerCase().replace(/[-_].*/, '');
  if (asked.has(code)) return;
  asked.add(code);
  // The list is a file of its own: all those names are not worth every page's while.
  importAgain(() => import('../languages.js'))
    .then(({ languages }) => languages[code]?.())
    .then((terms) => terms && addLanguage(terms))
    .catch((error: unknown) => {
      asked.delete(code); // the next element that needs it tries again
      console.warn(`visavis: no words in ${code} for now:`, error);
    });
});
