import { CONDITIONS } from '../../../contract/eligibility/conditions.ts';
import { yearInWords, yearOn, type ConditionYear } from '../../../contract/eligibility/enums.ts';
import { CONDITION_SCHEMAS as SCHEMAS } from '../../../contract/eligibility/schemas.ts';
import { ASSESSMENT_STATES, DUES_STATES, HOURS_KINDS } from '../../../contract/records/enums.ts';
import { districtOf } from '../../../contract/registry/districts.ts';
import { FIRM_KINDS, LAWYER_CATEGORIES } from '../../../contract/registry/enums.ts';
import { atom } from '../../eligibility/atom.ts';
import { judgePractice } from './judge-practice.ts';
import { lawyerIdSource } from './lawyer-id-source.ts';
import { memberSource } from './member-source.ts';
import { appointmentSource, assessmentSource, disciplineSource, duesSource, hoursSource } from './record-sources.ts';

/** Said where a member's discipline is what is missing: details are for nobody who looks over a shoulder. */
const DISCREET = '目前不符合会员纪律方面的要求，详情请向协会查询';

/** What the registry can judge of its members. */
export const registryAtoms = {
  category: atom({
    schema: SCHEMAS.category,
    source: memberSource,
    words: CONDITIONS.category.words,
    judge: (condition, { category }) =>
      category === null
        ? { unknown: '律所没有执业类别' }
        : { holds: condition.in.includes(category), figure: `您是${LAWYER_CATEGORIES[category]}` },
  }),
  firmKind: atom({
    schema: SCHEMAS.firmKind,
    source: memberSource,
    words: CONDITIONS.firmKind.words,
    judge: (condition, { firmKind }) =>
      firmKind === null
        ? { unknown: '您目前没有登记的执业机构' }
        : { holds: condition.in.includes(firmKind), figure: `您所属的是${FIRM_KINDS[firmKind]}` },
  }),
  firm: atom({
    schema: SCHEMAS.firm,
    source: memberSource,
    words: CONDITIONS.firm.words,
    judge: (condition, { firmId, firmName }) => {
      if (firmId === null) return { unknown: '您目前没有登记的执业机构' };
      const isNamed = (condition.in ?? condition.notIn ?? []).includes(firmId);
      return { holds: isNamed === (condition.in !== undefined), figure: `您所属的是${firmName}` };
    },
  }),
  district: atom({
    schema: SCHEMAS.district,
    source: memberSource,
    words: CONDITIONS.district.words,
    judge: (condition, { firmId, firmAddress }) => {
      if (firmId === null) return { unknown: '您目前没有登记的执业机构' };
      const district = districtOf(firmAddress);
      return district === ''
        ? { unknown: '所属机构的登记地址中没有区县' }
        : { holds: condition.in.includes(district), figure: `您所属的机构在${district}` };
    },
  }),
  list: atom({
    schema: SCHEMAS.list,
    source: lawyerIdSource,
    words: CONDITIONS.list.words,
    judge: ({ lawyerIds }, id) => {
      const isListed = lawyerIds.includes(id);
      return { holds: isListed, figure: isListed ? '您在名单中' : '您不在名单中' };
    },
  }),
  practice: atom({
    schema: SCHEMAS.practice,
    source: memberSource,
    words: CONDITIONS.practice.words,
    judge: (condition, { firstPractisedOn }, today) =>
      firstPractisedOn === null ? { unknown: '律所没有执业年限' } : judgePractice(condition, firstPractisedOn, today),
  }),
  appointment: atom({
    schema: SCHEMAS.appointment,
    source: appointmentSource,
    words: CONDITIONS.appointment.words,
    judge: ({ body, position }, appointments, today) => {
      const current = appointments.filter(
        ({ fromOn, untilOn }) => fromOn <= today && (untilOn === null || untilOn >= today),
      );
      const holds = current.some(
        (held) => (body === undefined || held.body === body) && (position === undefined || held.position === position),
      );
      const offices = current.map((held) => `${held.body}${held.position}`).join('、');
      return { holds, figure: offices ? `您现任${offices}` : '您目前没有在任的律协职务' };
    },
  }),
  dues: atom({
    schema: SCHEMAS.dues,
    source: duesSource,
    words: CONDITIONS.dues.words,
    judge: ({ settled }, dues, today) => {
      const account = dues.find(({ year }) => year === yearOn(settled, today));
      if (!account) return { unknown: `没有${exactly(settled, today)}会费记录` };
      // What was waived by decision is not owed.
      return { holds: account.state !== 'unpaid', figure: `${exactly(settled, today)}${DUES_STATES[account.state]}` };
    },
  }),
  assessment: atom({
    schema: SCHEMAS.assessment,
    source: assessmentSource,
    words: CONDITIONS.assessment.words,
    judge: ({ done }, assessments, today) => {
      const assessment = assessments.find(({ year }) => year === yearOn(done, today));
      if (!assessment) return { unknown: `没有${exactly(done, today)}考核记录` };
      const { state } = assessment;
      return { holds: state === 'final', figure: `${exactly(done, today)}考核${ASSESSMENT_STATES[state]}` };
    },
  }),
  hours: atom({
    schema: SCHEMAS.hours,
    source: hoursSource,
    words: CONDITIONS.hours.words,
    judge: ({ year, kind, atLeast, below = Infinity }, records, today) => {
      // What is disputed does not count yet. Tenths are whole: 0.1 is none of a computer's numbers.
      const counting = records.filter(
        (record) =>
          record.state === 'checked_in' &&
          (kind === undefined || record.kind === kind) &&
          record.heldOn.startsWith(`${yearOn(year, today)}-`),
      );
      const hours = counting.reduce((tenths, record) => tenths + Math.round(record.hours * 10), 0) / 10;
      return {
        holds: atLeast === undefined ? hours < below : hours >= atLeast,
        figure: `${exactly(year, today)}您有${kind === undefined ? '' : `${HOURS_KINDS[kind]}类`}${hours}学时`,
      };
    },
  }),
  discipline: atom({
    schema: SCHEMAS.discipline,
    source: disciplineSource,
    words: CONDITIONS.discipline.words,
    discreetWords: DISCREET,
    judge: (_condition, decisions, today) => ({
      holds: !decisions.some(({ effectiveFromOn }) => (effectiveFromOn ?? today) <= today),
      figure: '',
    }),
  }),
} as const;

/** The year itself, whatever it is called: 2026年度. */
const exactly = (year: ConditionYear, today: string) => yearInWords(yearOn(year, today));
