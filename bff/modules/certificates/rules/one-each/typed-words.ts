import { describeLookAlike, lookAlikesIn, lookAlikesInName, readsLike } from '../../../../contract/look-alikes.ts';
import type { FirmFacts, LawyerFacts } from '../../../registry/facts/registry-facts.ts';
import type { ReviewFacts, Subject } from '../../facts/facts.ts';
import { applicantDoubt, REGISTRY, type Rule } from './rule.ts';

/**
 * What members type never speaks in the association's voice. A machine lets pass what can say nothing but what it is; the
 * rest a person reads before it is printed.
 */

/** Characters of a purpose: what is longer is a text. */
const LONGEST = 30;
/** Han and Latin letters, digits, and signs that end no sentence; brackets, dashes and dots do (投标（该所信誉良好））. */
const HARMLESS = /[\p{Script=Han}\p{Script=Latin}\p{M}0-9〇 '’&/+、\-《》]/u;
/** A hyphen joins letters and digits (2025-2026); beside a Han character it is a dash. */
const DASH = /\p{Script=Han} *-|- *\p{Script=Han}/u;
/** Between Han characters a blank does the work of a full stop. */
const BLANK_BETWEEN_HAN = /\p{Script=Han} +\p{Script=Han}/u;
/**
 * Words with which an association or an authority vouches for something, as readsLike writes them. Who really needs one
 * of them (履约保证金, 推荐优秀律师) waits for a person, no more.
 */
const OUR_WORDS = [
  '本会 我会 协会 律协 律会 司法局 司法厅 司法部 机关 本局 本厅',
  '证明 证实 特此 兹 核实 核验 认定 认证 确认 属实 推荐 担保 保证 公证 验真 真实 有效',
  // A verdict on somebody, or that others have reached one.
  '信誉 资信 等级 优秀 良好 品行 记录 核准 批准 备案 审查 指定',
  // What a letter about discipline says, beside one that does not look at it (该所近三年无处分).
  '处分 处罚 投诉 违规 违法 违纪 犯罪 不良 诚信 守法 生效 签发 查证 官方 百强 最佳 评定',
  // What to pay and whom to ask is said by the association alone.
  '微信 扫码 二维码 汇款 转账 账号 缴费 付款 放款 电话 手机 网址',
  'certif hereby association societ bureau ministry licens',
  'confirm verif guarant recommend endors attest approv',
  'disciplin goodstanding official sanction complain misconduct',
].flatMap((words) => words.split(' '));
/** A telephone, an account, a card: no purpose has so many digits. */
const NUMBER = /\d(?: ?\d){6,}/u;
/** The association's short English name, as a word: Barcelona is none. */
const BAR = /\bbar\b/iu;

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
    ...(DASH.test(purpose) ? ['「-」'] : []),
    ...(BLANK_BETWEEN_HAN.test(purpose) ? ['断句的空格'] : []),
    ...(NUMBER.test(purpose) ? ['7位以上的数字'] : []),
    ...(BAR.test(purpose) ? ['“bar”等字样'] : []),
    ...words.map((word) => `“${word}”等字样`),
    ...lookAlikesIn(purpose).map(describeLookAlike),
    ...([...purpose].length > LONGEST ? [`${LONGEST}个以上的字`] : []),
  ]);
}

const said = (field: string, what: string[]): string | null =>
  what.length > 0 ? `${field}含有${[...new Set(what)].join('、')}` : null;

/** A name that is taken for another one: whose it is, a person has to look at; once for each. */
export const namesGenuine: Rule = {
  source: REGISTRY,
  holds: () => '名称、姓名中没有未经核对的形近字',
  doubts: (facts) =>
    suspectNames(facts)
      .filter(({ subject, name }) => !facts.confirmedNames.has(markOfName(subject, name)))
      .map(({ subject, field, name }) => ({
        subject,
        datum: `${field}“${name}”含有${lookAlikesInName(name).map(describeLookAlike).join('、')}`,
      })),
};

/** How a name that a reviewer let pass is remembered: for this member, and to the character. */
export const markOfName = ({ kind, id }: Pick<Subject, 'kind' | 'id'>, name: string): string => `${kind}:${id}:${name}`;

/** The names of a letter's subjects that have look-alikes in them. */
export function suspectNames({ firm, lawyers }: ReviewFacts): { subject: Subject; field: string; name: string }[] {
  const named = (subject: Subject, field: string, name: string) => ({ subject, field, name });
  const ofFirm = (one: FirmFacts) => {
    const subject: Subject = { kind: 'firm', id: one.id, name: one.name };
    return [named(subject, '名称', one.name), named(subject, '负责人', one.personInCharge)];
  };
  const ofLawyer = (one: LawyerFacts) => {
    const subject: Subject = { kind: 'lawyer', id: one.id, name: one.name };
    // A lawyer's own letter names his or her firm, which is no subject of its own there.
    return [named(subject, '姓名', one.name), ...(firm ? [] : [named(subject, '执业机构', one.firmName)])];
  };
  const all = [...(firm ? ofFirm(firm) : []), ...lawyers.flatMap(ofLawyer)];
  return all.filter(({ name }) => lookAlikesInName(name).length > 0);
}
