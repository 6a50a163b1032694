import { DISCIPLINE_KINDS, DISCIPLINE_STATES, LAWYER_CATEGORIES } from '../../../contract/registry/enums.ts';
import { ROSTER_ORDERS, type RosterOrder } from '../../../contract/settings/enums.ts';
import type { TablePlaceholder } from '../../../contract/certificate-types/placeholders.ts';
import type { Roster } from '../../../templates/certificate/letter-data.ts';
import type { DisciplineFact, LawyerFacts } from '../../registry/facts/registry-facts.ts';
import { touches } from '../facts/discipline.ts';
import type { ReviewFacts } from '../facts/facts.ts';
import { hoursOf } from '../facts/own-records.ts';
import { compareNames } from './name-order.ts';

/** The tables a letter may hold. A line `{{historyTable}}` of its own in a wording puts one there. */
export const LETTER_TABLES = {
  historyTable,
  hoursTable,
  recordsTable,
} as const satisfies Record<TablePlaceholder, (facts: ReviewFacts) => Roster>;

/** 2010-05-06 → 2010.05.06, as tables of Chinese letters write it. */
const shortDate = (date: string) => date.replaceAll('-', '.');

function historyTable({ lawyers }: ReviewFacts): Roster {
  const periods = [...(lawyers[0]?.periods ?? [])].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
  return {
    title: '执业经历',
    columns: [
      { label: '序号', width: 'narrow' },
      { label: '执业机构', width: 'wide' },
      { label: '起始日期', width: 'date' },
      { label: '终止日期', width: 'date' },
    ],
    rows: periods.map((period, i) => [
      String(i + 1),
      period.firmId === null ? `${period.firmName}（本会以外）` : period.firmName,
      shortDate(period.fromOn),
      period.untilOn ? shortDate(period.untilOn) : '至今',
    ]),
  };
}

/** What is disputed is not stated. */
export const statedHours = (facts: ReviewFacts) => hoursOf(facts).filter(({ state }) => state === 'checked_in');

function hoursTable(facts: ReviewFacts): Roster {
  return {
    title: '活动参加（学时）情况',
    columns: [
      { label: '序号', width: 'narrow' },
      { label: '日期', width: 'date' },
      { label: '活动名称', width: 'wide' },
      { label: '学时', width: 'narrow' },
    ],
    rows: statedHours(facts).map(({ heldOn, title, hours }, i) => [
      String(i + 1),
      shortDate(heldOn),
      title,
      String(hours),
    ]),
  };
}

/** Records of the subject in the period that were decided: an open case is no record yet. */
export function statedRecords({ firm, lawyers, since, today }: ReviewFacts): DisciplineFact[] {
  return ((firm ?? lawyers[0])?.discipline ?? []).filter(
    (record) => record.state !== 'open' && touches(record, since ?? '', today),
  );
}

function recordsTable(facts: ReviewFacts): Roster {
  return {
    title: '行业处分记录',
    columns: [
      { label: '处分种类', width: 'name' },
      { label: '文号', width: 'licence' },
      { label: '决定日期', width: 'date' },
      { label: '效力期间', width: 'date' },
      { label: '现状', width: 'date' },
    ],
    rows: statedRecords(facts).map((record) => [
      DISCIPLINE_KINDS[record.kind],
      record.documentNo,
      record.decidedOn ? shortDate(record.decidedOn) : '',
      effect(record),
      DISCIPLINE_STATES[record.state],
    ]),
  };
}

function effect({ effectiveFromOn, effectiveUntilOn }: DisciplineFact): string {
  if (!effectiveFromOn) return '';
  const from = shortDate(effectiveFromOn);
  return effectiveUntilOn ? `${from}至${shortDate(effectiveUntilOn)}` : `${from}起`;
}

/** Lawyers in their order, one a row; of a whole roster, `marked` are those whom the letter speaks of. */
export function rosterOf(
  title: string,
  lawyers: LawyerFacts[],
  { order, marked = [] }: { order: RosterOrder; marked?: LawyerFacts[] },
): Roster {
  const ids = new Set(marked.map(({ id }) => id));
  const compare = compareNames(order);
  // Namesakes by their licence numbers: the same roster is the same letter.
  const ordered = lawyers.toSorted((a, b) => compare(a.name, b.name) || (a.licenceNo < b.licenceNo ? -1 : 1));
  const mark = ids.size > 0 ? [{ label: '所列律师', width: 'narrow' as const }] : [];
  return {
    title: `${title}（共${lawyers.length}名）`,
    note: `按${ROSTER_ORDERS[order]}排序`,
    columns: [
      { label: '序号', width: 'narrow' },
      { label: '姓名', width: 'name' },
      { label: '执业证号', width: 'licence' },
      { label: '执业类别', width: 'wide' },
      ...mark,
    ],
    rows: ordered.map((l, i) => [
      String(i + 1),
      l.name,
      l.licenceNo,
      LAWYER_CATEGORIES[l.category],
      ...(ids.size > 0 ? [ids.has(l.id) ? '√' : ''] : []),
    ]),
  };
}
