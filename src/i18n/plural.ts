/** What a language says of a number, by the form that goes with it. The number stands where `#` is. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

interface Counting {
  readonly rules: Intl.PluralRules;
  readonly digits: Intl.NumberFormat;
}

const countings = new Map<string, Counting>();

// When first asked for: most pages never count anything in most of the languages they load.
function countingIn(code: string): Counting {
  const made = countings.get(code);
  if (made) return made;
  const counting = { rules: new Intl.PluralRules(code), digits: new Intl.NumberFormat(code) };
  countings.set(code, counting);
  return counting;
}

/** A term for any number: a form that is not given, such as that of millions, is `other`. */
export const plural =
  (code: string, forms: Forms): ((count: number) => string) =>
  (count) => {
    const { rules, digits } = countingIn(code);
    return (forms[rules.select(count)] ?? forms.other).replace('#', digits.format(count));
  };
