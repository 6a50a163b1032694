import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const TYPESCRIPT = ['**/*.ts', '**/*.tsx'];
const TESTS = ['**/*.test.ts', '**/*.test.tsx', '**/test/**', '**/e2e/**'];

export default tseslint.config(
  { ignores: ['dist/', '.cache/', '.data/', 'node_modules/', 'coverage/', 'config/*-fixtures/'] },
  {
    // Rules are kept, not switched off in a comment.
    linterOptions: { noInlineConfig: true },
    rules: {
      // More than a few screens is two files: divided by reason, never squeezed (below).
      'max-lines': ['error', { max: 300 }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-console': 'off',
      // What people typed is text on every page, never markup.
      'no-restricted-syntax': [
        'error',
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Text, not markup.' },
        { selector: "MemberExpression[property.name='innerHTML']", message: 'Text, not markup.' },
        // Several things on one line save lines, not reading. A condition that is spread stays: it has no other form.
        { selector: 'ObjectExpression > SpreadElement > ObjectExpression', message: 'Write it out, a line each.' },
        { selector: 'ArrayExpression > SpreadElement > ArrayExpression', message: 'Write it out.' },
        // … nor behind an assertion of its type.
        {
          selector: 'SpreadElement > TSAsExpression > :matches(ObjectExpression, ArrayExpression)',
          message: 'Write it out.',
        },
        { selector: 'JSXSpreadAttribute > ObjectExpression', message: 'Write the attributes out.' },
        // Numbers are read by their parts, in lists as elsewhere (look.md).
        {
          selector:
            "ObjectExpression:has(> Property[key.name='dataIndex'][value.value=/([lL]icenceNo|uscc|outTradeNo)$/]):not(:has(> Property[key.name='render']))",
          message: 'Show it in its parts: <Grouped>.',
        },
      ],
    },
  },
  {
    files: TYPESCRIPT,
    // What the text alone tells; what needs the types is oxlint.json's, in a third of the time (ADR 54).
    extends: tseslint.configs.recommended,
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // `import { type X }` alone still loads the file.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ['bff/**/*.ts'],
    ignores: ['bff/env.ts', ...TESTS],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only bff/env.ts reads the environment.' },
      ],
      'no-console': 'error',
    },
  },
  {
    files: ['miniapp/**/*.{ts,tsx}', 'admin/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
);
