import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DISCIPLINE_STATES, type DisciplineState } from '../../../contract/registry/enums.ts';
import { disciplineFact, firmFacts, lawyerFacts, reviewFacts } from '../../../test/factories/review-facts.ts';
import { isInEffect, touches } from './discipline.ts';
import { decide } from '../rules/rules.ts';

const TODAY = '2026-11-22';
const SINCE = '2022-01-01';

describe('whether a record speaks against «clean since»', () => {
  test.each<[string, Parameters<typeof disciplineFact>[0], boolean]>([
    ['open, without any date', { state: 'open', decidedOn: null, effectiveFromOn: null }, true],
    ['under re-examination, over for years', { state: 're_examination', effectiveUntilOn: '2019-01-01' }, true],
    ['dismissed, within the period', { state: 'dismissed' }, false],
    ['in force since before, without end', { decidedOn: '2019-01-01', effectiveFromOn: '2019-02-01' }, true],
    ['ended on since', { decidedOn: '2019-01-01', effectiveFromOn: '2019-02-01', effectiveUntilOn: SINCE }, true],
    [
      'ended the day before since',
      { decidedOn: '2019-01-01', effectiveFromOn: '2019-02-01', effectiveUntilOn: '2021-12-31' },
      false,
    ],
    ['decided on since, effective later', { decidedOn: SINCE, effectiveFromOn: '2030-01-01' }, true],
    ['decided today, effective tomorrow', { decidedOn: TODAY, effectiveFromOn: '2026-11-23' }, true],
    ['decided tomorrow', { decidedOn: '2026-11-23', effectiveFromOn: '2026-11-23' }, false],
    ['effective for one day, on since', { decidedOn: null, effectiveFromOn: SINCE, effectiveUntilOn: SINCE }, true],
    ['effective, without any date', { decidedOn: null, effectiveFromOn: null }, true],
  ])('%s: %j', (_what, record, expected) => {
    expect(touches(disciplineFact(record), SINCE, TODAY)).toBe(expected);
  });
});

const day = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2030-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const optionalDay = fc.option(day);
const record = fc
  .record({
    state: fc.constantFrom(...(Object.keys(DISCIPLINE_STATES) as DisciplineState[])),
    decidedOn: optionalDay,
    effectiveFromOn: optionalDay,
    effectiveUntilOn: optionalDay,
  })
  .map((more) => disciplineFact(more));
const RUNS = { numRuns: 2_000 };

describe('properties', () => {
  test('a record that touches the period never lets a machine approve', () => {
    fc.assert(
      fc.property(record, day, fc.constantFrom('firm', 'lawyer'), (fact, since, whose) => {
        fc.pre(touches(fact, since, TODAY));
        const facts = reviewFacts({
          since,
          firm: firmFacts({ approvedOn: '1999-01-01', discipline: whose === 'firm' ? [fact] : [] }),
          lawyers: [lawyerFacts({ discipline: whose === 'lawyer' ? [fact] : [] })],
        });
        expect(decide('firm-clean', facts).verdict).toBe('refer');
        expect(decide('firm-clean', facts).findings).toContainEqual(
          expect.objectContaining({
            rule: 'no_discipline',
            result: isInEffect(fact, TODAY) ? 'contradicted' : 'doubtful',
          }),
        );
      }),
      RUNS,
    );
  });

  test('an earlier start never removes a hit', () => {
    fc.assert(
      fc.property(record, day, day, (fact, one, other) => {
        const [earlier, later] = one <= other ? [one, other] : [other, one];
        fc.pre(later <= TODAY && touches(fact, later, TODAY));
        expect(touches(fact, earlier, TODAY)).toBe(true);
      }),
      RUNS,
    );
  });

  test('whatever is open stays a hit on every later day', () => {
    fc.assert(
      fc.property(record, day, day, (fact, since, today) => {
        fc.pre(fact.state === 'open' || fact.state === 're_examination');
        expect(touches(fact, since, today)).toBe(true);
      }),
      RUNS,
    );
  });

  test('one more record never turns a doubt into an approval', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 4 }), record, (records, added) => {
        const verdict = (discipline: typeof records) =>
          decide('firm-clean', reviewFacts({ firm: firmFacts({ discipline }) })).verdict;
        fc.pre(verdict(records) === 'refer');
        expect(verdict([...records, added])).toBe('refer');
      }),
      RUNS,
    );
  });
});
