import { addMonths } from '../../../contract/dates.ts';
import type { Values } from '../../../contract/forms/language.ts';
import { doubt, textOf, type Finding, type Rule } from './finding.ts';

/**
 * Former judges and procurators: what binds them afterwards (法官法第三十六条, 检察官法第三十七条, 司发通〔2021〕61号). Each is
 * a finding for whoever reviews: a machine does not know in which cases, and where, somebody practises.
 */

const LITIGATION_MONTHS = 24;
/** How long whoever left joins no law firm inside the former court's district: whoever led or was of high rank, and others. */
const [LEADER_MONTHS, OTHER_MONTHS] = [36, 24];

/** 四级高级法官 and above, 大法官, and the same of procurators. */
const HIGH_RANK = /高级|大法官|大检察官/;
/** Members of the leading group: president, vice-president, and whoever sits in its party group or leads discipline. */
const LEADER = /院长|检察长|党组|纪检(?:监察)?组组?长|政治部主任|专职委员/;

const isHigh = (values: Values): boolean =>
  HIGH_RANK.test(textOf(values, 'leftRank')) || LEADER.test(textOf(values, 'leftPost'));

export const formerJudge: Rule = ({ rows, today }) =>
  rows.flatMap(({ id, values }): Finding[] => {
    if (!['court', 'procuratorate'].includes(textOf(values, 'kind'))) return [];
    const left = textOf(values, 'leftOn');
    const isWithin = (months: number) => left !== '' && addMonths(left, months) > today;
    const found = [
      doubt(`${id}.kind`, '不得担任原任职法院、检察院办理案件的诉讼代理人或辩护人（作为监护人、近亲属的除外）'),
    ];
    if (values['leftHow'] === 'expelled') {
      found.push(doubt(`${id}.leftHow`, '法院、检察院人员被开除的，请会员管理核对执业条件'));
    }
    if (isWithin(LITIGATION_MONTHS)) {
      found.push(doubt(`${id}.leftOn`, '离任不满两年，不得以律师身份担任诉讼代理人或辩护人，请核对'));
    }
    if (isHigh(values) && isWithin(LEADER_MONTHS)) {
      const who = '离任前为领导班子成员或四级高级法官、检察官以上的';
      found.push(doubt(`${id}.leftPost`, `${who}，三年内不得到原任职单位辖区内的律师事务所执业，请核对`));
    } else if (isWithin(OTHER_MONTHS)) {
      found.push(doubt(`${id}.leftPost`, '离任两年内不得到原任职单位辖区内的律师事务所执业，请核对'));
    }
    return found;
  });
