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
    'playwright-report',
    'storybook-static',
    'test-results',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
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
    files: ['src/**/*.test.ts', 'stories/**/*.ts', 'e2e/**/*.ts'],
    rules: {
      // A missing element throws where it is used, which is as good a failure as any.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // These are not part of the TypeScript project.
    files: ['**/*.{mjs,cjs}'],
    extends: [ts.configs.disableTypeChecked],
  },
);
