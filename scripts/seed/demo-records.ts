import type { Transaction } from 'sequelize';
import {
  ActivityHours,
  Appointment,
  Assessment,
  Dues,
  FirmMerger,
} from '../../bff/modules/registry/records/record-model.ts';
import { clock } from '../../bff/platform/clock/clock.ts';
import type { AssessmentResult, AssessmentState } from '../../bff/contract/records/enums.ts';
import {
  CLEAN_LAWYER,
  DEMO_FIRMS,
  DEMO_LAWYERS,
  NEWCOMER_LAWYER,
  TRANSFERRED_LAWYER,
  type DemoLawyer,
} from './demo-data.ts';

/** What the demo association has kept about its members year by year: always the same. */

type Ids = ReadonlyMap<string, number>;

const LAWYER_DUES_FEN = 120_000;
const FIRM_DUES_FEN = 1_000_000;

const kept = () => ({ remark: '', version: 1, createdAt: clock.now(), updatedAt: clock.now() });

/** Adds them; ids by the firm's key and by the lawyer's licence number. */
export async function addRecords(firms: Ids, lawyers: Ids, t: Transaction): Promise<void> {
  const options = { transaction: t };
  await Assessment.bulkCreate([...lawyerAssessments(lawyers), ...firmAssessments(firms)], options);
  await Dues.bulkCreate([...lawyerDues(lawyers), ...firmDues(firms)], options);
  await Appointment.bulkCreate(appointments(lawyers), options);
  await ActivityHours.bulkCreate(hours(lawyers), options);
  await FirmMerger.bulkCreate(
    [
      {
        ...kept(),
        firmId: idOf(firms, 'dinghe'),
        otherFirmName: '江海同舟律师事务所',
        mergedOn: '2021-07-01',
        remark: '吸收合并，江司许〔2021〕36号',
      },
    ],
    options,
  );
}

const yearOf = (date: string) => Number(date.slice(0, 4));
const members = () => DEMO_LAWYERS.filter(({ status }) => status !== 'cancelled');
const aboutLawyer = (lawyers: Ids, { licenceNo }: DemoLawyer) => ({
  firmId: null,
  lawyerId: idOf(lawyers, licenceNo),
});

/** Of this year's, some have not begun, some are handed in, some are looked at. */
const OPEN_STATES: AssessmentState[] = ['submitted', 'in_review', 'not_started', 'submitted'];

function lawyerAssessments(lawyers: Ids) {
  return members().flatMap((lawyer, n) => {
    const result: AssessmentResult =
      lawyer.name === '郑启明' ? 'incompetent' : n % 41 === 40 ? 'basically_competent' : 'competent';
    const isAppealed = lawyer.name === '郑启明';
    const about = { ...kept(), ...aboutLawyer(lawyers, lawyer) };
    const lastYear = {
      ...about,
      year: 2025,
      result,
      state: isAppealed ? ('appeal' as const) : ('final' as const),
      filedOn: isAppealed ? null : '2026-05-20',
    };
    const state = OPEN_STATES[n % OPEN_STATES.length] ?? 'submitted';
    const thisYear = { ...about, year: 2026, result: null, state, filedOn: null };
    return yearOf(lawyer.firstPractisedOn) <= 2025 ? [lastYear, thisYear] : [thisYear];
  });
}

function firmAssessments(firms: Ids) {
  return DEMO_FIRMS.filter(({ status }) => status === 'active').map(({ key }) => ({
    ...kept(),
    firmId: idOf(firms, key),
    lawyerId: null,
    year: 2025,
    state: 'final' as const,
    result: 'competent' as const,
    filedOn: '2026-05-29',
  }));
}

function lawyerDues(lawyers: Ids) {
  return members().map((lawyer, n) => {
    const about = { ...kept(), ...aboutLawyer(lawyers, lawyer), year: 2026, dueFen: LAWYER_DUES_FEN };
    if (lawyer === NEWCOMER_LAWYER) {
      const remark = '首年执业减免，江律〔2026〕8号';
      return { ...about, paidFen: 0, state: 'waived' as const, settledOn: null, remark };
    }
    // The named ones have paid; of the others a few are behind.
    if (n % 23 === 22) return { ...about, paidFen: 0, state: 'unpaid' as const, settledOn: null };
    return { ...about, paidFen: LAWYER_DUES_FEN, state: 'settled' as const, settledOn: '2026-03-18' };
  });
}

function firmDues(firms: Ids) {
  return DEMO_FIRMS.filter(({ status }) => status === 'active').map(({ key }) => {
    const about = { ...kept(), firmId: idOf(firms, key), lawyerId: null, year: 2026, dueFen: FIRM_DUES_FEN };
    if (key === 'lanting') return { ...about, paidFen: 400_000, state: 'unpaid' as const, settledOn: null };
    return { ...about, paidFen: FIRM_DUES_FEN, state: 'settled' as const, settledOn: '2026-03-25' };
  });
}

function appointments(lawyers: Ids) {
  const [clean, transferred] = [aboutLawyer(lawyers, CLEAN_LAWYER), aboutLawyer(lawyers, TRANSFERRED_LAWYER)];
  return [
    { ...clean, body: '涉外法律服务专业委员会', position: '副主任', fromOn: '2023-03-01', untilOn: null },
    { ...clean, body: '青年律师工作委员会', position: '委员', fromOn: '2018-04-01', untilOn: '2023-02-28' },
    { ...transferred, body: '理事会', position: '理事', fromOn: '2022-12-10', untilOn: null },
  ].map(({ firmId: _none, ...appointment }) => ({ ...kept(), ...appointment }));
}

function hours(lawyers: Ids) {
  const [clean, transferred] = [aboutLawyer(lawyers, CLEAN_LAWYER), aboutLawyer(lawyers, TRANSFERRED_LAWYER)];
  return [
    {
      ...clean,
      title: '民法典合同编通则司法解释培训',
      heldOn: '2026-03-14',
      tenths: 60,
      kind: 'business' as const,
      state: 'checked_in' as const,
    },
    {
      ...clean,
      title: '律师执业行为规范专题讲座',
      heldOn: '2026-06-13',
      tenths: 30,
      kind: 'ethics' as const,
      state: 'checked_in' as const,
    },
    {
      ...clean,
      title: '涉外仲裁实务研讨会',
      heldOn: '2026-09-05',
      tenths: 35,
      kind: 'business' as const,
      state: 'checked_in' as const,
    },
    {
      ...transferred,
      title: '律师执业行为规范专题讲座',
      heldOn: '2026-06-13',
      tenths: 30,
      kind: 'ethics' as const,
      state: 'disputed' as const,
    },
  ].map(({ firmId: _none, ...activity }) => ({ ...kept(), ...activity }));
}

function idOf(ids: Ids, key: string): number {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`no row for ${key}`);
  return id;
}
