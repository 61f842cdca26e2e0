/** What Vite would find only while it runs, and load everything again: a second copy of Lit, or a suite torn apart. */
export const foundLate = [
  'lit/async-directive.js',
  'lit/directive.js',
  // Storybook's renderer asks for it too late.
  'lit/directive-helpers.js',
  'lit/directives/guard.js',
  'lit/directives/keyed.js',
  'lit/directives/repeat.js',
];
