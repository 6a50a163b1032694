import { expect, test } from '@jest/globals';
import type { Values } from '../../../contract/forms/language.ts';
import { formerJudge } from './former-judge.ts';

/** Fields in which something is found of somebody who left on that day, read on 2026-11-22. */
const found = (values: Values): string[] =>
  formerJudge({
    rows: [{ id: 'w', values: { kind: 'court', leftHow: 'resigned', leftPost: '审判员', ...values } }],
    values: {},
    birthOn: null,
    today: '2026-11-22',
    documents: [],
  })
    .map(({ at, words }) => `${at.slice(2)} ${/三年|两年/.exec(words)?.[0] ?? ''}`.trim())
    .sort();
const ALWAYS = 'kind';

test.each([
  ['a judge who left long ago', { leftOn: '2010-06-30' }, [ALWAYS]],
  ['the day after two years', { leftOn: '2024-11-22' }, [ALWAYS]],
  ['the last day of two years', { leftOn: '2024-11-23' }, [ALWAYS, 'leftOn 两年', 'leftPost 两年']],
  ['a president, three years', { leftOn: '2023-11-23', leftPost: '副院长' }, [ALWAYS, 'leftPost 三年']],
  ['the day after three years', { leftOn: '2023-11-22', leftPost: '副院长' }, [ALWAYS]],
  ['a judge of high rank', { leftOn: '2024-01-10', leftRank: '四级高级法官' }, [ALWAYS, 'leftPost 三年']],
  ['a judge of lower rank', { leftOn: '2024-01-10', leftRank: '一级法官' }, [ALWAYS]],
  [
    'a procurator',
    { kind: 'procuratorate', leftOn: '2026-01-10', leftPost: '检察长' },
    [ALWAYS, 'leftOn 两年', 'leftPost 三年'],
  ],
  ['somebody expelled', { leftOn: '2010-06-30', leftHow: 'expelled' }, [ALWAYS, 'leftHow']],
  ['the day is not known yet', { leftOn: '' }, [ALWAYS]],
  ['somebody of the police', { kind: 'police', leftOn: '2026-06-30' }, []],
])('%s', (_, values, expected) => {
  expect(found(values)).toEqual(expected);
});
