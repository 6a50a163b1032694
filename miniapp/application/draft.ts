import { create } from 'zustand';
import type { AttachmentReply } from '../../bff/contract/files/endpoints.ts';
import { takesAttachments, type ApplicationField } from '../../bff/contract/certificate-types/enums.ts';
import type { Pickup } from '../../bff/contract/certificates/enums.ts';
import type { ApplicationContent, PreCheckContent } from '../../bff/contract/certificates/schemas.ts';
import { accountStorage } from '../platform/account/account-storage.ts';

export type ApplyStep = 'record' | 'type' | 'form' | 'preview';

export interface ChosenLawyer {
  id: number;
  name: string;
  licenceNo: string;
}

/** What stands in the form, as typed. */
export interface FormValues {
  lawyers: ChosenLawyer[];
  since: string;
  /** Lawyers who began to practise later count from their own first day. */
  sinceFirstPractice: boolean;
  year: string;
  formerLicenceNo: string;
  formerName: string;
  /** ISO 3166-1. */
  country: string;
  latinName: string;
  /** Uploaded already. */
  attachments: AttachmentReply[];
  hasConsent: boolean;
  email: string;
  purpose: string;
  freeText: string;
  wantsPaper: boolean;
  copies: string;
  pickup: Pickup | '';
  recipient: string;
  phone: string;
  address: string;
  remark: string;
}

export interface Draft {
  step: ApplyStep;
  type: string;
  values: FormValues;
  /** Created once per draft: a repeated submit is the same application (certificates.md). */
  idempotencyKey: string;
  /** Epoch milliseconds of the last change; 0: nothing has been typed. */
  savedAt: number;
}

const EMPTY: FormValues = {
  lawyers: [],
  since: '',
  sinceFirstPractice: false,
  year: '',
  formerLicenceNo: '',
  formerName: '',
  country: '',
  latinName: '',
  attachments: [],
  hasConsent: false,
  email: '',
  purpose: '',
  freeText: '',
  wantsPaper: false,
  copies: '1',
  pickup: '',
  recipient: '',
  phone: '',
  address: '',
  remark: '',
};

export function newDraft(): Draft {
  return { step: 'record', type: '', values: EMPTY, idempotencyKey: newIdempotencyKey(), savedAt: 0 };
}

// Unique, not secret: the time and 100 random bits (the mini-program has no crypto.getRandomValues).
/** By which the server knows a form that is sent twice. */
export function newIdempotencyKey(): string {
  const random = () => Math.floor(Math.random() * 2 ** 50).toString(36);
  return `${Date.now().toString(36)}-${random()}-${random()}`.padEnd(16, '0');
}

/** Where the draft of a form is kept. */
export type DraftName = 'draft' | 'bulk-draft';

interface DraftStore {
  accountId: number;
  draft: Draft;
  /** Loads what the account left behind, or starts afresh. */
  open(accountId: number): void;
  goTo(step: ApplyStep): void;
  chooseType(type: string): void;
  setValues(values: Partial<FormValues>): void;
  /** A new key, when the old one already made another application. */
  renewKey(): void;
  discard(): void;
}

/** What an account keeps of each form; every change is stored at once, so that leaving the page loses nothing. */
const keptUnder = (name: DraftName) =>
  create<DraftStore>((set, get) => {
    const change = (patch: Partial<Draft>) => {
      const draft = { ...get().draft, ...patch, savedAt: Date.now() };
      set({ draft });
      accountStorage.write(get().accountId, name, draft);
    };
    return {
      accountId: 0,
      draft: newDraft(),
      open(accountId) {
        set({ accountId, draft: restore(accountStorage.read(accountId, name)) });
      },
      goTo: (step) => change({ step }),
      chooseType: (type) => change({ type }),
      setValues: (values) => change({ values: { ...get().draft.values, ...values } }),
      renewKey: () => change({ idempotencyKey: newIdempotencyKey() }),
      discard() {
        accountStorage.forget(get().accountId, name);
        set({ draft: newDraft() });
      },
    };
  });

/** The one draft of 我要申请 of the signed-in account. */
export const useDraft = keptUnder('draft');
/** That of 批量申请. */
export const useBulkDraft = keptUnder('bulk-draft');

// A draft of an older version of this client may lack fields.
function restore(stored: unknown): Draft {
  if (!stored || typeof stored !== 'object') return newDraft();
  const { step, type, values, idempotencyKey, savedAt = 0 } = stored as Partial<Draft>;
  if (!step || typeof type !== 'string' || !idempotencyKey) return newDraft();
  return { step, type, values: { ...EMPTY, ...values }, idempotencyKey, savedAt };
}

/**
 * The body of preview and submit: only what the type asks for, paper only where it is wanted. What is still blank is
 * left out, so that the server says "please fill in" and not "wrong format".
 */
export function contentOf(type: string, asks: readonly ApplicationField[], values: FormValues): ApplicationContent {
  const files = takesAttachments(asks);
  const hasFiles = files === 'required' || (files === 'optional' && values.attachments.length > 0);
  const content = {
    type,
    email: values.email || undefined,
    purpose: values.purpose,
    paper: values.wantsPaper ? paperOf(values) : null,
    remark: values.remark,
    ...judgedOf(asks, values),
    ...(hasFiles ? { attachments: values.attachments.map((file) => file.id) } : {}),
    ...(asks.includes('consent') ? { consent: values.hasConsent } : {}),
  };
  return content as ApplicationContent;
}

/** What of it a pre-check looks at. */
export function preCheckContentOf(
  type: string,
  asks: readonly ApplicationField[],
  values: FormValues,
): PreCheckContent {
  return { type, purpose: values.purpose, ...judgedOf(asks, values) } as PreCheckContent;
}

/** Whether all that a pre-check looks at is filled in. */
export function canPreCheck(asks: readonly ApplicationField[], values: FormValues): boolean {
  const isFilled: Record<ApplicationField, boolean> = {
    lawyers: values.lawyers.length > 0,
    since: values.since !== '',
    year: values.year !== '',
    formerLawyer: values.formerLicenceNo !== '' && values.formerName !== '',
    country: values.country !== '',
    latinName: values.latinName !== '',
    freeText: values.freeText !== '',
    attachments: true,
    consent: true,
  };
  return asks.every((field) => isFilled[field]);
}

function judgedOf(asks: readonly ApplicationField[], values: FormValues): object {
  return {
    ...(asks.includes('lawyers') ? { lawyerIds: values.lawyers.map((lawyer) => lawyer.id) } : {}),
    ...(asks.includes('since') ? { since: values.since || undefined } : {}),
    ...(asks.includes('since') && values.sinceFirstPractice ? { sinceFirstPractice: true } : {}),
    ...(asks.includes('year') ? { year: values.year || undefined } : {}),
    ...(asks.includes('formerLawyer')
      ? { formerLawyer: { licenceNo: values.formerLicenceNo || undefined, name: values.formerName } }
      : {}),
    ...(asks.includes('country') ? { country: values.country || undefined } : {}),
    ...(asks.includes('latinName') ? { latinName: values.latinName } : {}),
    ...(asks.includes('freeText') ? { freeText: values.freeText } : {}),
  };
}

function paperOf({ pickup, copies, recipient, phone, address }: FormValues): object {
  return pickup === 'mail'
    ? { pickup, copies, recipient, phone: phone || undefined, address }
    : { pickup: pickup || undefined, copies };
}
