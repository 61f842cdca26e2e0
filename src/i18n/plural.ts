/** What a language says for each kind of count it tells apart. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

// To make one reads a language's whole rules, and words are said at every render.
const rules = new Map<string, Intl.PluralRules>();

function rulesOf(lang: string): Intl.PluralRules {
  let found = rules.get(lang);
  if (!found) rules.set(lang, (found = new Intl.PluralRules(lang)));
  return found;
}

/** Picks the form that a count takes in a language: `plural('de', {one: …, other: …})(2)`. */
export const plural =
  (lang: string, forms: Forms) =>
  (count: number): string =>
    forms[rulesOf(lang).select(count)] ?? forms.other;
