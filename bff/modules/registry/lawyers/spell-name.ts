import { pinyin } from 'pinyin-pro';

/**
 * A Chinese name as people type it: `lin zhi yuan`, without tones, ü as v; a surname is read as a surname (单 shan). What is
 * no Chinese character is left as it stands, in small letters.
 */
export function spellName(name: string): string {
  return pinyin(name, { toneType: 'none', surname: 'head', v: true, nonZh: 'consecutive' }).toLowerCase();
}
