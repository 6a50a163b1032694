import { describe, expect, it } from '@jest/globals';
import type { SectionData } from '../../../../bff/contract/form-reading/fields.ts';
import { mergeTyped, withTheirs } from './merge.ts';

const data = (...rows: [string, Record<string, string>][]): SectionData => ({
  rows: rows.map(([id, values]) => ({ id, values })),
  saidNone: false,
});

describe('two devices in one section', () => {
  it('keep what each of them changed alone', () => {
    const base = data(['a', { school: '江海大学', major: '法学' }]);
    const merged = mergeTyped(
      base,
      data(['a', { school: '江海大学', major: '经济法' }], ['mine', { school: '甲' }]),
      data(['a', { school: '江海政法大学', major: '法学' }], ['theirs', { school: '乙' }]),
    );
    expect(merged.conflicts).toEqual([]);
    expect(merged.data.rows).toEqual(
      data(['a', { school: '江海政法大学', major: '经济法' }], ['theirs', { school: '乙' }], ['mine', { school: '甲' }])
        .rows,
    );
  });

  it('are asked about what both changed, and either text can be had', () => {
    const merged = mergeTyped(
      data(['a', { school: '一' }]),
      data(['a', { school: '二' }]),
      data(['a', { school: '三' }]),
    );
    expect(merged.conflicts).toEqual([{ row: 'a', field: 'school', mine: '二', theirs: '三' }]);
    expect(merged.data.rows[0]?.values).toEqual({ school: '二' });
    expect(withTheirs(merged.data, merged.conflicts).rows[0]?.values).toEqual({ school: '三' });
  });

  it('remove a row that the other left alone, and none that the other wrote in', () => {
    const base = data(['a', { school: '一' }], ['b', { school: '二' }]);
    const merged = mergeTyped(
      base,
      data(['b', { school: '二' }]),
      data(['a', { school: '一' }], ['b', { school: '改' }]),
    );
    expect(merged.data.rows).toEqual(data(['b', { school: '改' }]).rows);
    const back = mergeTyped(
      base,
      data(['a', { school: '一' }]),
      data(['a', { school: '一' }], ['b', { school: '改' }]),
    );
    expect(back.data.rows).toHaveLength(2);
  });

  it('an emptied field is a change like any other', () => {
    const base = data(['a', { school: '一', major: '法' }]);
    const merged = mergeTyped(base, data(['a', { school: '一' }]), data(['a', { school: '一', major: '法' }]));
    expect(merged.data.rows[0]?.values).toEqual({ school: '一' });
  });
});
