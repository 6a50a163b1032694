import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../platform/paths.ts';
import { compareNames } from './name-order.ts';
import { STROKE_ORDER } from './stroke-order.ts';

const sorted = (names: string, order: 'stroke' | 'pinyin') => names.split(' ').sort(compareNames(order)).join(' ');

describe('按姓氏笔画', () => {
  test.each([
    // Fewer strokes first; as many: 横竖撇点折 of the first stroke that differs.
    ['张 王 丁 李 毛 孔 方 丰 牛 文 马', '丁 马 丰 王 牛 毛 文 方 孔 李 张'],
    ['林 李 杨 陈 刘 黄 周 吴 徐 孙 赵', '刘 孙 李 杨 吴 陈 林 周 赵 徐 黄'],
    ['单 解 仇 区 查 曾', '区 仇 单 查 曾 解'],
    // The same surname: by the next character; a name that another one begins with comes first.
    ['王芳 王一 王一鸣 欧阳喆 欧阳 欧一', '王一 王一鸣 王芳 欧一 欧阳 欧阳喆'],
    // What is not in the table stands behind it.
    ['𠮷某 龚某 王某', '王某 龚某 𠮷某'],
  ])('%s', (names, expected) => expect(sorted(names, 'stroke')).toBe(expected));

  test('agrees with 通用规范汉字表, which is in this order within its three levels', () => {
    const table = [...readFileSync(join(root, 'bff/platform/pdf/fixtures/gb8105.txt'), 'utf8')];
    for (const level of [table.slice(0, 3500), table.slice(3500, 6500), table.slice(6500)]) {
      expect([...level].sort(compareNames('stroke'))).toEqual(level);
    }
    expect([...STROKE_ORDER].sort()).toEqual([...table].sort());
  });
});

describe('按拼音', () => {
  test.each([
    ['张 王 李 赵 陈', '陈 李 王 张 赵'],
    // Read as surnames: Shàn Xiè Qiú Ōu Zhā Zēng Rén Piáo Zhái Gě Huà.
    ['单 沙 尚', '沙 单 尚'],
    ['解 向 徐', '向 解 徐'],
    ['仇 齐 曲', '齐 仇 曲'],
    ['区 潘 聂 欧', '聂 欧 区 潘'],
    ['查 袁 章', '袁 查 章'],
    ['曾 查 袁 岑', '岑 袁 曾 查'],
    ['任 饶 阮', '饶 任 阮'],
    ['朴 彭 浦', '彭 朴 浦'],
    ['翟 曾 詹 丁', '丁 曾 翟 詹'],
    ['尉迟某 于某 俞某 袁某 万俟某 莫某 万某', '莫某 万俟某 万某 于某 俞某 尉迟某 袁某'],
    // A surname read otherwise keeps its names together.
    ['区二 欧三 区一 欧一', '欧三 欧一 区二 区一'],
  ])('%s', (names, expected) => expect(sorted(names, 'pinyin')).toBe(expected));
});
