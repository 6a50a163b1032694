import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import Handlebars from 'handlebars';
import { checkWording } from '../../../contract/certificate-types/check-wording.ts';
import { PLACEHOLDERS, type Placeholder } from '../../../contract/certificate-types/placeholders.ts';
import { fillWording } from './fill-wording.ts';

const names = Object.keys(PLACEHOLDERS) as Placeholder[];
const values = Object.fromEntries(names.map((name) => [name, `«${name}»`])) as Record<Placeholder, string>;

describe('a hostile wording', () => {
  test.each([
    '{{constructor.constructor "return process.env" }}',
    '{{#with "s" as |string|}}{{#with "e"}}{{#with split as |conslist|}}{{this.pop}}{{/with}}{{/with}}{{/with}}',
    '{{lookup this "constructor"}}',
    '{{lookup (lookup this "constructor") "name"}}',
    '{{log "x" level="error"}}',
    '{{> (lookup . "partial")}}',
    '{{> /etc/passwd}}',
    '{{#read}}/etc/passwd{{/read}}',
    '{{#each this}}{{@key}}{{/each}}',
    '{{@root}}',
    '{{__proto__}}',
    '{{__lookupGetter__}}',
    '{{helperMissing}}',
    '{{blockHelperMissing}}',
    '{{#blockHelperMissing}}x{{/blockHelperMissing}}',
    '{{"constructor"}}',
    '{{[constructor]}}',
    '{{#if __proto__}}x{{/if}}',
    '{{#if (concat "a" "b")}}x{{/if}}',
    '{{{{raw}}}}{{firm}}{{{{/raw}}}}',
    '{{#*inline "x"}}{{/inline}}',
  ])('%s is refused and nothing of it is run', (body) => {
    expect(() => fillWording(body, values)).toThrow('a wording that cannot be used');
  });

  test('control: the engine as it comes would run some of them', () => {
    expect(Handlebars.compile('{{lookup this "firm"}}{{#each this}}{{@key}}{{/each}}')({ firm: 'a' })).toBe('afirm');
  });

  test.each([
    ['a megabyte of words', '证'.repeat(1_000_000)],
    ['a megabyte of braces', '{{'.repeat(500_000)],
    ['conditions in conditions', '{{#if firm}}'.repeat(80_000)],
    ['conditions well closed', '{{#if firm}}'.repeat(5_000) + '{{/if}}'.repeat(5_000)],
    ['blanks', '{{' + ' '.repeat(1_000_000) + 'firm'],
  ])('%s is refused within a second', (_what, body) => {
    const began = performance.now();
    expect(() => fillWording(body, values)).toThrow();
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

const piece = fc.oneof(
  fc.constantFrom(
    '{{#if firm}}',
    '{{#unless since}}',
    '{{else}}',
    '{{/if}}',
    '{{/unless}}',
    '{{',
    '}}',
    '{',
    '\\',
    '\n',
  ),
  fc.constantFrom(
    '{{firm}}',
    '{{ purpose }}',
    '{{lookup}}',
    '{{.}}',
    '{{this}}',
    '{{> x}}',
    '{{^}}',
    '{{~firm}}',
    '{{!x}}',
  ),
  fc.string({ maxLength: 4 }),
  fc.constantFrom(...names).map((name) => `{{${name}}}`),
);

test('what the check lets pass is filled without a fault, and says nothing but its words and the values', () => {
  const allowed = new RegExp(`«(?:${names.join('|')})»`, 'g');
  let passed = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const body = pieces.join('');
      if (checkWording(body).length > 0) return;
      passed++;
      const words = body.replace(/\{\{.*?\}\}/gs, '');
      const rest = fillWording(body, values).replace(allowed, '');
      // A condition takes words away, never adds any.
      expect(isWithin(rest, words)).toBe(true);
    }),
    { numRuns: 3000 },
  );
  expect(passed).toBeGreaterThan(100);
});

/** Whether all characters of `part` stand in `whole` in that order. */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const character of part) {
    at = whole.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
