import { NOBODY_TOLD } from '../../../bff/modules/certificates/facts/facts.ts';
import { composeLetter } from '../../../bff/modules/certificates/letters/compose-letter.ts';
import { previewLetter } from '../../../bff/modules/certificates/letters/printed-letter.ts';
import { SHIPPED_TYPES } from '../../../bff/modules/certificates/types/types-shipped.ts';
import { officeOf } from '../../../bff/modules/settings/read-settings.ts';
import type { FirmFacts, LawyerFacts } from '../../../bff/modules/registry/facts/registry-facts.ts';
import type { LetterData } from '../../../bff/templates/certificate/letter-data.ts';
import { personAt } from '../../seed/names.ts';
import { lawyerLicenceNo } from '../../seed/numbers.ts';

const ROSTER = 400;
const TODAY = '2026-11-22';

const firm: FirmFacts = {
  id: 1,
  name: '江海衡正律师事务所',
  englishName: '',
  kind: 'law_firm',
  licenceNo: '24499199510000001',
  uscc: '31449901MD00000371',
  address: '江海市文华区衡正路14号4层',
  personInCharge: '温书宁',
  approvedOn: '1995-06-18',
  status: 'active',
  cancelledOn: null,
  pendingChange: '',
  formerNames: [],
  mergers: [],
  lawyerCount: ROSTER,
  discipline: [],
};
const lawyers = Array.from({ length: ROSTER }, (_, n) => lawyerAt(n));

function lawyerAt(n: number): LawyerFacts {
  const { name, sex } = personAt(n);
  const firstPractisedOn = `${2000 + (n % 26)}-05-06`;
  return {
    id: n + 1,
    name,
    latinNameConfirmedOn: null,
    cancelledOn: null,
    latinName: '',
    sex,
    category: 'practising',
    status: 'active',
    pendingChange: '',
    licenceNo: lawyerLicenceNo({ firstPractisedOn, category: 'practising', sex, serial: n }),
    firmId: 1,
    firmName: firm.name,
    firmEnglishName: '',
    firmStatus: 'active',
    firmPendingChange: '',
    identityMatchedOn: TODAY,
    identityMasked: '',
    firstPractisedOn,
    joinedOn: firstPractisedOn,
    periods: [],
    discipline: [],
  };
}

/** An issued letter of a firm, of one page or with the roster of 400 lawyers; `serial` makes each one another. */
export function letterFor(size: 'one' | 'roster', serial: number, publicUrl: string): LetterData {
  const code = size === 'one' ? 'firm-clean' : 'firm-all-lawyers-clean';
  const type = SHIPPED_TYPES.find((shipped) => shipped.code === code);
  if (!type) throw new Error(`no type ${code}`);
  const content = composeLetter(
    { body: type.wording, rosterTitle: type.rosterTitle },
    {
      today: TODAY,
      readAt: 0,
      since: '2021-01-01',
      sinceFirstPractice: false,
      year: null,
      country: '',
      latinName: '',
      purpose: '银行贷款',
      purposes: ['银行贷款'],
      association: [],
      freeText: '',
      told: NOBODY_TOLD,
      confirmedNames: new Set<string>(),
      firm,
      records: null,
      unprintable: [],
      lawyers: size === 'one' ? [] : lawyers,
      roster: size === 'one' ? [] : lawyers,
    },
    officeOf(null),
  );
  const verification = {
    url: `${publicUrl}/c/${String(serial).padStart(22, 'k')}`,
    code: String(serial).padStart(16, '7QK4M2ZP9XW3H6TB'),
  };
  return {
    ...previewLetter(content),
    number: `261122${String(serial).padStart(4, '0')}`,
    verification,
    watermark: null,
  };
}
