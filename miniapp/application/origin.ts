import type { ApplicationDetail, ReapplicationReply } from '../../bff/contract/certificates/endpoints.ts';
import { accountStorage } from '../platform/account/account-storage.ts';
import { useDraft, type Draft, type FormValues } from './draft.ts';

/** The earlier application that a draft was filled in from. */
export interface Origin {
  /** The key of the draft that it belongs to. */
  idempotencyKey: string;
  id: number;
  number: string;
  /** Sent again under its own number, or asked for once more as a new one. */
  kind: 'completion' | 'again';
  /** What has changed since, a sentence each. */
  said: string[];
  /** Of what was returned: why, what is missing, the last day for it. */
  returned: { reason: string; request: string; lastDay: string } | null;
}
const NAME = 'draft-origin';

/** Where the draft came from; null: it was begun empty. */
export function originOf(accountId: number, { idempotencyKey }: Draft): Origin | null {
  const stored = accountStorage.read(accountId, NAME) as Partial<Origin> | null | undefined;
  if (!stored?.id || stored.idempotencyKey !== idempotencyKey) return null;
  return { number: '', kind: 'again', said: [], returned: null, ...stored } as Origin;
}

/** Begins a draft with everything that an earlier application says; what was there before goes. */
export function beginFrom(
  accountId: number,
  application: ApplicationDetail,
  { type, lawyers, said }: ReapplicationReply,
) {
  const store = useDraft.getState();
  store.open(accountId);
  store.discard();
  const kind = application.can.complete ? 'completion' : 'again';
  store.chooseType(kind === 'completion' ? application.typeCode : (type ?? ''));
  store.setValues(valuesOf(application, lawyers));
  store.goTo(type === null ? 'type' : 'form');
  const { idempotencyKey } = useDraft.getState().draft;
  const { id, number, returned } = application;
  const origin: Origin = { idempotencyKey, id, number, kind, said, returned };
  accountStorage.write(accountId, NAME, origin);
}

function valuesOf(application: ApplicationDetail, lawyers: ApplicationDetail['lawyers']): Partial<FormValues> {
  const { paper, year, since } = application;
  const [first] = lawyers;
  return {
    lawyers,
    since: since ?? '',
    sinceFirstPractice: application.sinceFirstPractice,
    year: year === null ? '' : String(year),
    // Only where the type asks for somebody who has been cancelled; elsewhere nobody looks at it.
    formerLicenceNo: first?.licenceNo ?? '',
    formerName: first?.name ?? '',
    country: application.country,
    latinName: application.latinName,
    attachments: application.attachments,
    // Of the same application it was said; for a new one it is asked for anew.
    hasConsent: application.can.complete && application.hasConsent,
    email: application.email,
    purpose: application.purpose,
    freeText: application.freeText,
    wantsPaper: paper !== null,
    copies: String(paper?.copies ?? 1),
    pickup: paper?.pickup ?? '',
    recipient: paper?.recipient ?? '',
    phone: paper?.phone ?? '',
    address: paper?.address ?? '',
    remark: application.remark,
  };
}
