import { describe, expect, it } from '@jest/globals';
import { groupDigits } from '../../../bff/contract/text.ts';
import { lawyers } from '../../test/fixtures.ts';
import { findLawyers } from '../use-own-lawyers.ts';
import { findPasted } from './find-pasted.ts';

const [first, second, ...rest] = lawyers(6);
const TEAM = [
  { ...first!, name: '林知远', pinyin: 'lin zhi yuan' },
  { ...second!, name: '买买提·艾力', pinyin: 'mai mai ti · ai li' },
  ...rest,
  { ...first!, id: 91, name: '周明', licenceNo: '14499201510100091', pinyin: 'zhou ming' },
  { ...first!, id: 92, name: '周明', licenceNo: '14499201510100092', pinyin: 'zhou ming' },
];
const names = (text: string) => findPasted(TEAM, text).found.map(({ name }) => name);

describe('a pasted list', () => {
  it('is read by line, comma, tab and blank', () => {
    for (const text of [
      '林知远\n王芳',
      '林知远，王芳',
      '林知远、王芳；',
      '林知远 王芳',
      '1. 林知远\r\n2. 王芳',
      '林 知 远\n王　芳',
    ])
      expect(names(text)).toEqual(['林知远', '王芳']);
  });

  it('is read with the heads and numbers of the sheet that it comes from', () => {
    const sheet = `序号\t姓名\t执业证号\n1\t林知远\t${first!.licenceNo}\n2\t王芳\t１４４９９２０１２１０１００００２`;
    expect(findPasted(TEAM, sheet)).toMatchObject({
      found: [{ name: '林知远' }, { name: '王芳' }],
      unknown: [],
      shared: [],
    });
  });

  it('is read with numbers in the groups in which they are shown, beside a name or another number', () => {
    const shown = (lawyer: { licenceNo: string }) => groupDigits(lawyer.licenceNo);
    for (const text of [
      `1 林知远 ${shown(first!)}\n2 王芳 ${shown(rest[0]!)}`,
      `${shown(first!)} ${shown(rest[0]!)}`,
      `1. ${shown(first!)}、2. ${shown(rest[0]!)}`,
    ])
      expect(findPasted(TEAM, text)).toMatchObject({ found: [{ name: '林知远' }, { name: '王芳' }], unknown: [] });
  });

  it('knows a name by any of its dots', () => {
    expect(names('买买提•艾力')).toEqual(['买买提·艾力']);
  });

  it('says what was not found, as it was written', () => {
    expect(findPasted(TEAM, '林知远\n张不在\n14499000000000000')).toMatchObject({
      found: [{ name: '林知远' }],
      unknown: ['张不在', '14499000000000000'],
    });
  });

  it('chooses nobody by a name that two bear, and the one whose number is given', () => {
    expect(findPasted(TEAM, '周明')).toEqual({ found: [], unknown: [], shared: ['周明'] });
    expect(findPasted(TEAM, '周明\t14499201510100092')).toMatchObject({ found: [{ id: 92 }], shared: [] });
  });

  it('of nothing is nothing', () => {
    expect(findPasted(TEAM, ' \n，\t ')).toEqual({ found: [], unknown: [], shared: [] });
  });
});

describe('a name typed in Latin letters', () => {
  it.each([
    ['lzy', '林知远'],
    ['LINZHI', '林知远'],
    ['zhiyuan', '林知远'],
    ['ｌｚｙ', '林知远'],
    ['wf', '王芳'],
    ['aili', '买买提·艾力'],
  ])('%s finds %s', (typed, name) => {
    expect(findLawyers(TEAM, typed).map((lawyer) => lawyer.name)).toEqual([name]);
  });

  it('finds nobody inside a syllable', () => {
    expect(findLawyers(TEAM, 'inzhi')).toEqual([]);
  });
});
