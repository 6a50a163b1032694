import { toPlainCharacters, withoutUnseen } from '../../../../contract/plain-characters.ts';

/** Free text in the one spelling in which it is read: whoever types it otherwise says the same. */

/** Traditional forms of the characters that a denial is made of, each before its simplified one. */
const SIMPLIFIED = new Map(
  (
    '處处処处懲惩違违規规紀纪罰罚誡诫譴谴責责會会員员資资該该師师無无沒没過过執执業业貴贵協协間间關关給给發发現现並并' +
    '為为從从體体舉举證证號号記记錄录個个與与連连續续來来後后內内種种類类級级機机構构辦办務务訴诉單单負负夥伙這这總总' +
    '專专職职誠诚報报評评開开確确認认實实對对於于說说條条項项歷历許许門门黨党屬属隊队組组長长時时聲声參参' +
    '數数檔档獲获幾几裡里們们節节傳传釋释離离'
  )
    .match(/../gu)
    ?.map((pair) => [...pair] as [string, string]) ?? [],
);
/** What is put between the characters of a word to keep it from being found, or from being broken. */
const BETWEEN = /(?<=\p{sc=Han})[^\S\n]*[·•‧∙.*_~\-‐-―]?[^\S\n]*(?=\p{sc=Han})/gu;
const BLANK = /[^\S\n]+/gu;
const DIGITS = '〇一二三四五六七八九';
const WRITTEN_YEAR = /[〇零○一二三四五六七八九]{4}(?=年)/gu;
const WRITTEN_PART = /(?<=年|月)[一二三四五六七八九十]{1,3}(?=[月日号])/gu;

/**
 * Words in lower case, half-width and simplified, with days in figures, and without blanks or dots between Han characters.
 * Lines stay. Pure.
 */
export function toPlainWords(typed: string): string {
  const plain = toPlainCharacters(withoutUnseen(typed)).normalize('NFKC').toLowerCase();
  return [...plain]
    .map((character) => SIMPLIFIED.get(character) ?? character)
    .join('')
    .replace(BETWEEN, '')
    .replace(/[^\S\n]+(?=[^\p{ASCII}])|(?<=[^\p{ASCII}])[^\S\n]+/gu, '')
    .replace(BLANK, ' ')
    .replace(WRITTEN_YEAR, (year) => [...year].map(digitOf).join(''))
    .replace(WRITTEN_PART, (part) => String(numberOf(part)));
}

const digitOf = (character: string): number => Math.max(0, DIGITS.indexOf(character === '两' ? '二' : character));

/** A number up to 99 as it is spoken (三, 十二, 二十) or in figures; NaN: it is none. */
export function numberOf(written: string): number {
  if (/^\d+$/u.test(written)) return Number(written);
  if (!/^[一二两三四五六七八九十]{1,3}$/u.test(written)) return Number.NaN;
  const [tens = '', ones = ''] = written.includes('十') ? written.split('十') : ['', written];
  const ten = written.includes('十') ? (tens === '' ? 1 : digitOf(tens)) * 10 : 0;
  return ten + (ones === '' ? 0 : digitOf(ones));
}

const SPEAKS_OF_DISCIPLINE =
  /处分|惩戒|处罚|受罚|违规|违纪|违法|训诫|警告|通报批评|谴责|中止会员|取消会员|不良|投诉|查处|disciplin|sanction|reprimand|censur|admonish|misconduct|\bwarning|penal/u;

/** Free text that says something of 行业处分: nobody approves it without having read what the register says. */
export const speaksOfDiscipline = (freeText: string): boolean => SPEAKS_OF_DISCIPLINE.test(toPlainWords(freeText));
