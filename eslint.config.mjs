import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

export default defineConfig(
  globalIgnores([
    'cdn',
    'coverage',
    'dist',
    // Made by their own frameworks' rules, and only read with their packages installed.
    'examples/{angular,dist,react,shared,solid,svelte,vue}',
    'playwright-report',
    'server/dist',
    'storybook-static',
    'test-results',
    // For frameworks that are there in examples/ alone, which compiles them.
    'types',
    'examples/types/*/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // `if (…) return this.#refuse()` and `() => this.#close()` read better than their blocks.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Unlike objects, these are written out just as one expects.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // `async` is also how a command turns what it throws into a rejection.
      '@typescript-eslint/require-await': 'off',
      // `interface HTMLElementEventMap extends …` adds to the browser's own.
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      // Elements are made by the browser, never by their constructors, and PeerJS declares as
      // classes what it takes as plain objects.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    files: ['src/**/*.ts', 'stories/**/*.ts'],
    extends: [
      lit['flat/recommended'],
      wc['flat/recommended'],
      { plugins: { 'lit-a11y': litA11y }, rules: litA11y.configs.recommended.rules },
    ],
  },
  {
    files: ['src/**/*.test.ts', 'stories/**/*.ts', 'e2e/**/*.ts', 'bench/**/*.ts', 'examples/*.ts'],
    rules: {
      // A missing element throws where it is used, which is as good a failure as any.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Chai asserts by getters: `expect(element).to.be.displayed`.
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    // These are not part of the TypeScript project.
    files: ['**/*.{js,mjs,cjs}'],
    extends: [ts.configs.disableTypeChecked],
  },
);
