import type { RosterOrder } from '../../../contract/settings/enums.ts';
import { STROKE_ORDER } from './stroke-order.ts';

/** Names, the earlier one first. Names that differ in nothing but their length: the shorter one first. */
export function compareNames(order: RosterOrder): (a: string, b: string) => number {
  return order === 'pinyin' ? byPinyin : byStrokes;
}

const places = new Map([...STROKE_ORDER].map((character, place) => [character, place]));
/** For what is not in the table: ICU's order, which knows every character's number of strokes, but not their kinds. */
const otherStrokes = new Intl.Collator('zh-u-co-stroke');
const pinyin = new Intl.Collator('zh-u-co-pinyin');

function byStrokes(a: string, b: string): number {
  const [one, other] = [[...a], [...b]];
  for (let at = 0; at < Math.min(one.length, other.length); at++) {
    const difference = byStrokesOfOne(one[at] ?? '', other[at] ?? '');
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

/** A character beyond the table stands after all that are in it. */
function byStrokesOfOne(a: string, b: string): number {
  const [one, other] = [places.get(a), places.get(b)];
  if (one !== undefined && other !== undefined) return one - other;
  if (one === undefined && other === undefined) return otherStrokes.compare(a, b);
  return one === undefined ? 1 : -1;
}

/**
 * Surnames that are read otherwise than the character usually is, by a character that is read so and nothing else, after
 * which they stand: 单 Shàn like 善. ICU sorts each character by its usual reading. Readings: 现代汉语词典, 第7版.
 */
const READ_AS: Record<string, string> = {
  万俟: '默棋',
  尉迟: '玉迟',
  澹台: '谈台',
  令狐: '灵狐',
  长孙: '掌孙',
  子车: '子居',
  乐正: '跃正',
  宰父: '宰甫',
  句龙: '钩龙',
  单于: '蝉于',
  任: '仁',
  乐: '跃',
  缪: '妙',
  解: '谢',
  单: '善',
  郗: '希',
  仇: '囚',
  那: '娜',
  曾: '增',
  查: '渣',
  盖: '舸',
  葛: '舸',
  翟: '宅',
  覃: '秦',
  卜: '补',
  肖: '消',
  干: '甘',
  乜: '聂',
  訾: '资',
  区: '欧',
  朴: '瓢',
  繁: '婆',
  员: '韵',
  句: '钩',
  过: '郭',
  折: '蛇',
  召: '邵',
  燕: '烟',
  应: '英',
  华: '画',
  宁: '泞',
  薄: '博',
  要: '腰',
  都: '督',
  於: '迂',
  撒: '萨',
};
const READ_OTHERWISE = new RegExp(`^(${Object.keys(READ_AS).join('|')})`, 'u');
const asRead = (name: string) => name.replace(READ_OTHERWISE, (surname) => READ_AS[surname] ?? surname);

const byPinyin = (a: string, b: string): number =>
  // Of two surnames that are read alike each keeps its names together.
  pinyin.compare(asRead(first(a)), asRead(first(b))) || pinyin.compare(first(a), first(b)) || pinyin.compare(a, b);

const first = (name: string): string => READ_OTHERWISE.exec(name)?.[0] ?? [...name][0] ?? '';
