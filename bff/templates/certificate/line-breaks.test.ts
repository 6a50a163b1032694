import { describe, expect, test } from '@jest/globals';
import { englishFlowOf, flowOf, nameFlowOf, type Flow } from './line-breaks.ts';

const textOf = (flow: Flow) => flow.map((piece) => (Array.isArray(piece) ? piece[0] : (piece ?? ''))).join('');
const whole = (flow: Flow) => flow.flatMap((piece) => (Array.isArray(piece) ? piece : []));
const lines = (flow: Flow) =>
  flow.map((piece) => (piece === null ? '|' : Array.isArray(piece) ? piece[0] : piece)).join('');

test.each([
  ['执业年限为14年6个月。', ['为14年6个月']],
  ['成立于2008年3月18日，', ['于2008年3月18日']],
  ['已于2025年6月30日注销。', ['于2025年6月30日注销。']],
  ['望海路188号14号4层，见〔2025〕第12号。', ['路188号', '14号4层', '〔2025〕第12号']],
  ['自2021年1月1日至此证明作出之日，该所未受到本会任何行业处分。', ['自2021年1月1日', '业处分。']],
  ['文华路14号4层401-405室，', ['路14号4层401-405室']],
  ['该所及阿卜杜热合曼·买买提明·尼亚孜', ['曼· 明·']],
  ['计人民币1,200.00元，共计4.5学时，', ['币1,200.00元', '计4.5学时']],
])('%s keeps dates, numbers with their measure and its last words whole', (text, kept) => {
  const flow = flowOf(text);
  for (const part of kept) expect(whole(flow).join(' ')).toContain(part);
  expect(textOf(flow)).toBe(text);
});

test.each([
  ['现在某律师事务所（执业许可证号：24499199510000001）执业。', '000001）执业。'],
  ['本证明用于申请人填写的用途（见文末）。', '（见文末）。'],
  ['供在大不列颠及北爱尔兰使用。', '兰使用。'],
  ['截至此证明作出之日，共有执业律师3名。', '师3名。'],
  ['取得法律职业资格A证', '格A证'],
  ['自2011.03起', '自2011.03起'],
  ['改名为张三𠮷2011.03起', '𠮷2011.03起'],
  ['负责人现为丁𠮷𡃁𪚥。', '𠮷𡃁𪚥。'],
])('the last line of %s has no less than %s', (text, tail) => {
  expect(flowOf(text).at(-1)).toEqual([tail]);
  expect(textOf(flowOf(text))).toBe(text);
});

test('a short text in a narrow cell is divided in its middle', () => {
  expect(flowOf('大学本科')).toEqual(['大学', ['本科']]);
  expect(flowOf('甲证')).toEqual(['甲证']);
});

describe('a long word', () => {
  test.each([
    ['JIANGHAI_CITY_RAIL_TRANSIT_LEGAL', 'JIANGHAI_|CITY_|RAIL_|TRANSIT_|LEGAL'],
    ['https://ggzy.jianghai.gov.cn/jyxx?id=1', 'https://|ggzy.|jianghai.|gov.|cn/|jyxx?|id=|1'],
    ['JIANGHAICITYRAILTRANSIT', 'JIAN|G|H|A|I|C|I|T|Y|R|A|I|L|T|R|A|NSIT'],
    ['14499201210100017', '14499|201210|100017'],
    ['31320000MD0123456X', '31320000|MD0123456X'],
  ])('%s may end its line at sensible places', (word, expected) => {
    expect(lines(flowOf(`用于${word}项目招标`))).toContain(expected);
    expect(textOf(flowOf(word))).toBe(word);
  });
});

test('English keeps 28 November and No. 12 whole, and licence numbers', () => {
  const flow = englishFlowOf(
    'From 28 November 2026, Licence No. 14499201210100017, and Wolfeschlegelsteinhausenberger.',
  );
  expect(lines(flow)).toContain('28\u00a0November');
  expect(lines(flow)).toContain('No.\u00a014499201210100017');
  expect(lines(flow)).toContain('Wolf|e|s|c|h');
});

test('English keeps Chinese names whole', () => {
  const flow = englishFlowOf('certify that ZHANG Moumou (张某某), practising at 江海某某律师事务所, is');
  expect(whole(flow)).toEqual(['(张某某),', '江海某某律师事务所,']);
});

test('a name ends its line after · or a blank only', () => {
  expect(nameFlowOf('阿不都热西提·买买提艾力')).toEqual([['阿不都热西提·'], null, ['买买提艾力']]);
  expect(nameFlowOf('欧阳喆')).toEqual(['欧阳喆']);
  expect(nameFlowOf('Abdurishit Muhammad')).toEqual([['Abdurishit '], null, ['Muhammad']]);
});
