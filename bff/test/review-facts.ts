import type { ReviewFacts } from '../modules/certificates/facts.ts';
import type { DisciplineFact, FirmStanding, LawyerStanding } from '../modules/registry/standing.ts';

/** Plain facts for rules and letters: a firm and a lawyer about whom nothing is in doubt. */

export const TODAY = '2026-11-22';

export function firmStanding(more: Partial<FirmStanding> = {}): FirmStanding {
  return {
    id: 7,
    name: '江海衡正律师事务所',
    kind: 'law_firm',
    licenceNo: '24499200110000001',
    uscc: '31449901MD0000017H',
    address: '江海市文华区书院街8号',
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

export function lawyerStanding(more: Partial<LawyerStanding> = {}): LawyerStanding {
  return {
    id: 21,
    name: '林知远',
    latinName: '',
    latinNameConfirmedOn: null,
    sex: 'male',
    licenceNo: '14499201010000001',
    category: 'practising',
    status: 'active',
    cancelledOn: null,
    firmId: 7,
    firmName: '江海衡正律师事务所',
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

/** A firm with one lawyer, clean since 2022. */
export function reviewFacts(more: Partial<ReviewFacts> = {}): ReviewFacts {
  return {
    today: TODAY,
    readAt: Date.parse(`${TODAY}T02:00:00Z`),
    since: '2022-01-01',
    firm: firmStanding(),
    lawyers: [lawyerStanding()],
    unprintable: [],
    ...more,
  };
}
