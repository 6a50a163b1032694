/**
 * What a commit must pass in seconds: format, lint, and who may import whom, of the staged files alone. Types and tests
 * need the whole and stay with `npm test`.
 * @type {import('lint-staged').Configuration}
 */
export default {
  '*': 'prettier --check --ignore-unknown --log-level warn',
  '*.{ts,tsx,js,mjs}': 'eslint --config config/eslint.config.js --max-warnings 0 --no-warn-ignored',
  '*.{ts,tsx}': 'oxlint --config config/oxlint.json',
  '{bff,miniapp,admin}/**/*.{ts,tsx}': 'depcruise --config config/depcruise.cjs',
};
