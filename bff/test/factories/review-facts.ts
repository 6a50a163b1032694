import { NOBODY_TOLD, type ReviewFacts } from '../../modules/certificates/facts/facts.ts';
import type { MemberRecords } from '../../modules/registry/facts/records.ts';
import type { DisciplineFact, FirmFacts, LawyerFacts } from '../../modules/registry/facts/registry-facts.ts';

/** Plain facts for rules and letters: a firm and a lawyer about whom nothing is in doubt. */

export const TODAY = '2026-11-22';

export function firmFacts(more: Partial<FirmFacts> = {}): FirmFacts {
  return {
    id: 7,
    name: '江海衡正律师事务所',
    englishName: 'Hengzheng Law Firm',
    kind: 'law_firm',
    licenceNo: '24499200110000001',
    uscc: '31449901MD0000017H',
    address: '江海市文华区书院街8号',
    personInCharge: '温书宁',
    approvedOn: '2001-02-03',
    status: 'active',
    cancelledOn: null,
    pendingChange: '',
    formerNames: [],
    mergers: [],
    lawyerCount: 12,
    discipline: [],
    ...more,
  };
}

export function lawyerFacts(more: Partial<LawyerFacts> = {}): LawyerFacts {
  return {
    id: 21,
    name: '林知远',
    latinName: 'LIN Zhiyuan',
    latinNameConfirmedOn: '2026-01-12',
    sex: 'male',
    licenceNo: '14499201010000001',
    category: 'practising',
    status: 'active',
    cancelledOn: null,
    firmId: 7,
    firmName: '江海衡正律师事务所',
    firmEnglishName: 'Hengzheng Law Firm',
    firmStatus: 'active',
    firmPendingChange: '',
    identityMatchedOn: '2026-01-12',
    identityMasked: '449***********001X',
    joinedOn: '2010-05-06',
    firstPractisedOn: '2010-05-06',
    pendingChange: '',
    periods: [{ firmId: 7, firmName: '江海衡正律师事务所', fromOn: '2010-05-06', untilOn: null }],
    discipline: [],
    ...more,
  };
}

/** An effective warning of 2025 without end. */
export function disciplineFact(more: Partial<DisciplineFact> = {}): DisciplineFact {
  return {
    id: 1,
    kind: 'warning',
    state: 'effective',
    documentNo: '江律纪字〔2025〕第1号',
    decidedOn: '2025-03-01',
    effectiveFromOn: '2025-03-10',
    effectiveUntilOn: null,
    ...more,
  };
}

/** Of lawyer 21: assessed for 2025, about to be for 2026, in office, with hours and dues of 2025; nothing in doubt. */
export function heldRecords(): MemberRecords {
  const subject = { subjectKind: 'lawyer', subjectId: 21 } as const;
  return {
    assessments: [
      { ...subject, year: 2025, state: 'final', result: 'competent', filedOn: '2026-05-20' },
      { ...subject, year: 2026, state: 'submitted', result: null, filedOn: null },
    ],
    dues: [{ ...subject, year: 2025, dueFen: 120_000, paidFen: 120_000, state: 'settled', settledOn: '2025-03-18' }],
    appointments: [{ lawyerId: 21, body: '民事专业委员会', position: '委员', fromOn: '2023-03-01', untilOn: null }],
    hours: [{ lawyerId: 21, title: '民法典培训', heldOn: '2025-06-13', hours: 3, state: 'checked_in' }],
  };
}

/** A firm with one lawyer, clean since 2022. */
export function reviewFacts(more: Partial<ReviewFacts> = {}): ReviewFacts {
  return {
    today: TODAY,
    readAt: Date.parse(`${TODAY}T02:00:00Z`),
    since: '2022-01-01',
    sinceFirstPractice: false,
    year: null,
    country: '',
    latinName: '',
    purpose: '',
    freeText: '',
    firm: firmFacts(),
    lawyers: [lawyerFacts()],
    roster: [],
    records: null,
    purposes: ['投标', '申请贷款'],
    association: ['江海市律师协会', 'Jianghai Lawyers Association'],
    told: NOBODY_TOLD,
    confirmedNames: new Set<string>(),
    unprintable: [],
    ...more,
  };
}
