import { expect, test } from '@jest/globals';
import { districtOf, isDistrict } from './districts.ts';

test.each([
  ['江海市文华区衡正路16号3层', '文华区'],
  ['文华区衡正路16号', '文华区'],
  ['广东省佛山市南海区桂城街道南海大道1号', '南海区'],
  ['广东省东莞市南城街道鸿福路2号', '南城街道'],
  ['上海市浦东新区世纪大道8号', '浦东新区'],
  ['江苏省苏州市昆山市前进路3号', '昆山市'],
  ['江苏省 苏州市 工业园区星湖街1号', '工业园区'],
  ['山东省济南市市中区经四路1号', '市中区'],
  ['浙江省宁波市镇海区人民路1号', '镇海区'],
  ['内蒙古自治区呼和浩特市回民区中山路1号', '回民区'],
  ['广西壮族自治区南宁市青秀区民族大道1号', '青秀区'],
  ['广东省清远市连南瑶族自治县朝阳路1号', '连南瑶族自治县'],
  ['江苏省昆山市人民路100号阳光小区2幢', ''],
  ['江海市阳光小区2幢', ''],
  ['江海市南海大道1号', ''],
  ['', ''],
])('%s lies in %s', (address, district) => expect(districtOf(address)).toBe(district));

test('a district is called by its whole name', () => {
  expect(['南海区', '博罗县', '南城街道', '昆山市'].every(isDistrict)).toBe(true);
  expect(['南海', '', '区', '阳光小区', '1区', 'A区'].some(isDistrict)).toBe(false);
});
