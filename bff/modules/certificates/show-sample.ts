import { clock } from '../../platform/clock/clock.ts';
import { printLetter } from '../../templates/certificate/print-letter.ts';
import type { MemberActor } from '../accounts/actor.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { FirmStanding, LawyerStanding } from '../registry/standing.ts';
import { composeLetter } from './compose-letter.ts';
import { currentWording, findTypeFor } from './find-type.ts';
import { sampleLetter } from './printed-letter.ts';

/** A type's letter with invented data and 示样 over it. */
export async function showSample({ actor, code }: { actor: MemberActor; code: string }): Promise<Buffer> {
  const type = await findTypeFor(actor, code);
  const wording = await currentWording(type.id);
  const letter = composeLetter(wording, {
    association: (await readSettings()).association,
    today: clock.today(),
    since: type.asks.includes('since') ? '2023-01-01' : null,
    purpose: '',
    freeText: type.asks.includes('freeText') ? '（此处为申请人填写的证明内容，由协会工作人员审核。）' : '',
    firm: type.lawyerScope === 'self' ? null : FIRM,
    lawyers: type.lawyerScope === 'none' ? [] : type.lawyerScope === 'self' ? LAWYERS.slice(0, 1) : LAWYERS,
  });
  const { pdf } = await printLetter(sampleLetter(letter), { creationTime: clock.now() });
  return pdf;
}

// Invented: numbers of zeros belong to nobody.
const FIRM: FirmStanding = {
  id: 0,
  name: '示例律师事务所',
  kind: 'law_firm',
  licenceNo: '30000000000000000X',
  uscc: '30000000000000000X',
  address: '示例省示例市示例路1号',
  approvedOn: '2008-05-06',
  status: 'active',
  cancelledOn: null,
  pendingChange: '',
  formerNames: [],
  mergers: [],
  discipline: [],
  lawyerCount: 3,
};
const LAWYERS: LawyerStanding[] = ['张某某', '李某某', '王某某'].map((name, i) => ({
  id: 0,
  name,
  latinName: '',
  latinNameConfirmedOn: null,
  identityMasked: '',
  sex: 'male',
  licenceNo: `1000020101000000${i + 1}`,
  firmId: 0,
  firmName: FIRM.name,
  category: 'practising',
  status: 'active',
  cancelledOn: null,
  identityMatchedOn: null,
  joinedOn: '2010-03-01',
  firstPractisedOn: '2010-03-01',
  pendingChange: '',
  periods: [],
  discipline: [],
}));
