import { describeLookAlike, lookAlikesIn, lookAlikesInName, readsLike } from '../../../contract/look-alikes.ts';
import type { LawyerStanding } from '../../registry/standing.ts';
import type { ReviewFacts } from '../facts.ts';
import { applicantDoubt, doubtsOf, REGISTRY, type Rule } from './rule.ts';

/**
 * What members type never speaks in the association's voice. A machine lets pass what can say nothing but what it is; the
 * rest a person reads before it is printed.
 */

/** More is no purpose any more but a text. */
const LONGEST = 30;
/** Han and Latin letters, digits, and signs that end no sentence. */
const HARMLESS = /[\p{Script=Han}\p{Script=Latin}\p{M}0-9〇 '’&/+、·\-–—()（）《》]/u;
/** Between Han characters a blank does the work of a full stop. */
const BLANK_BETWEEN_HAN = /\p{Script=Han} +\p{Script=Han}/u;
/** Words with which an association vouches for something, as readsLike writes them. */
const OUR_WORDS = [
  '本会',
  '我会',
  '本协会',
  '律师协会',
  '律协',
  '证明',
  '特此',
  '兹证',
  'certif',
  'hereby',
  'association',
];

export const isListed = ({ purpose, purposes }: ReviewFacts): boolean => purposes.includes(purpose);

export const typedWords: Rule = {
  source: '申请表',
  holds: (facts) => {
    if (facts.purpose === '') return '没有须核对的自填文字';
    return isListed(facts) ? '用途选自协会提供的选项' : '用途由申请人填写，在证明上另行注明';
  },
  doubts: (facts) => [
    ...applicantDoubt(facts, isListed(facts) ? null : aboutPurpose(facts)),
    ...applicantDoubt(facts, facts.freeText === '' ? null : '证明内容由申请人填写，须逐字核对'),
    ...applicantDoubt(facts, said('拉丁字母姓名', lookAlikesIn(facts.latinName).map(describeLookAlike))),
  ],
};

function aboutPurpose({ purpose, association }: ReviewFacts): string | null {
  const signs = [...new Set(purpose)].filter((character) => !HARMLESS.test(character));
  const read = readsLike(purpose);
  const words = [...OUR_WORDS, ...association.map(readsLike)].filter((word) => word !== '' && read.includes(word));
  return said('自填的用途', [
    ...(signs.length > 0 ? [signs.map((sign) => `「${sign}」`).join('')] : []),
    ...(BLANK_BETWEEN_HAN.test(purpose) ? ['断句的空格'] : []),
    ...words.map((word) => `“${word}”等字样`),
    ...lookAlikesIn(purpose).map(describeLookAlike),
    ...([...purpose].length > LONGEST ? [`${LONGEST}个以上的字`] : []),
  ]);
}

const said = (field: string, what: string[]): string | null =>
  what.length > 0 ? `${field}含有${[...new Set(what)].join('、')}` : null;

/** A name that is taken for another one: whose it is, a person has to look at. */
export const namesGenuine: Rule = {
  source: REGISTRY,
  holds: () => '名称、姓名中没有形近字',
  doubts: (facts) =>
    doubtsOf(
      facts,
      (firm) => joined(about('名称', firm.name), about('负责人', firm.personInCharge)),
      (lawyer) => joined(about('姓名', lawyer.name), ownFirm(facts, lawyer)),
    ),
};

/** A lawyer's own letter names his or her firm, which is no subject of its own there. */
const ownFirm = ({ firm }: ReviewFacts, { firmName }: LawyerStanding) => (firm ? null : about('执业机构', firmName));
const about = (field: string, name: string) => said(`${field}“${name}”`, lookAlikesInName(name).map(describeLookAlike));
const joined = (...parts: (string | null)[]) => parts.filter((part) => part !== null).join('；') || null;
