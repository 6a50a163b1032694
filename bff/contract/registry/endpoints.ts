import type {
  DisciplineKind,
  DisciplineState,
  FirmKind,
  FirmStatus,
  IdentityKind,
  LawyerCategory,
  LawyerStatus,
  Sex,
  SubjectKind,
} from './enums.ts';
import type {
  DisciplineInput,
  FirmInput,
  LawyerInput,
  ListDiscipline,
  ListFirms,
  ListLawyers,
  ListOwnLawyers,
  RevealIdentity,
} from './schemas.ts';
import { endpoint, type Page } from '../endpoint.ts';

/** Step 信息确认: what the association has on record about the applicant. */
export type OwnRecord =
  | {
      kind: 'firm';
      name: string;
      address: string;
      licenceNo: string;
      uscc: string;
      approvedOn: string;
    }
  | {
      kind: 'lawyer';
      name: string;
      sex: Sex;
      licenceNo: string;
      firmName: string;
      category: LawyerCategory;
      firstPractisedOn: string;
    };

/** A lawyer as the own firm sees him or her. */
export interface OwnLawyer {
  id: number;
  name: string;
  licenceNo: string;
  category: LawyerCategory;
  status: LawyerStatus;
}

export interface FirmRow {
  id: number;
  name: string;
  kind: FirmKind;
  licenceNo: string;
  uscc: string;
  status: FirmStatus;
  lawyerCount: number;
}
export interface FirmDetail extends FirmRow {
  address: string;
  approvedOn: string;
  cancelledOn: string | null;
  personInCharge: string;
  /** '' where it is kept from the reader (`isPhoneHidden`): finance reads telephone numbers in orders only. */
  phone: string;
  isPhoneHidden?: true;
  /** '' where it is kept from the reader, who has no role. */
  email: string;
  isEmailHidden?: true;
  pendingChange: string;
  englishName: string;
  /** null: staff have not confirmed the English name as it stands. */
  englishNameConfirmedOn: string | null;
  formerNames: { name: string; untilOn: string }[];
  /** Sent back on save: a save over somebody else's newer one is refused. */
  version: number;
}
export interface LawyerRow {
  id: number;
  name: string;
  licenceNo: string;
  category: LawyerCategory;
  status: LawyerStatus;
  firmId: number | null;
  firmName: string;
}
export interface LawyerDetail extends LawyerRow {
  sex: Sex;
  identityKind: IdentityKind;
  /** Masked; the whole number only through revealIdentity. */
  identityMasked: string;
  identityMatchedOn: string | null;
  firstPractisedOn: string;
  joinedOn: string;
  cancelledOn: string | null;
  latinName: string;
  /** null: staff have not confirmed the name as it stands. */
  latinNameConfirmedOn: string | null;
  /** '' where it is kept from the reader (`isPhoneHidden`): finance reads telephone numbers in orders only. */
  phone: string;
  isPhoneHidden?: true;
  /** '' where it is kept from the reader, who has no role. */
  email: string;
  isEmailHidden?: true;
  pendingChange: string;
  periods: { firmName: string; fromOn: string; untilOn: string | null }[];
  /** Doubts about the number's own structure: a warning, not a refusal (members.md, Registry). */
  warnings: string[];
  version: number;
}
export interface DisciplineRow {
  id: number;
  subjectKind: SubjectKind;
  subjectId: number;
  subjectName: string;
  subjectLicenceNo: string;
  kind: DisciplineKind;
  state: DisciplineState;
  documentNo: string;
  decidedOn: string | null;
  effectiveFromOn: string | null;
  effectiveUntilOn: string | null;
  remark: string;
  version: number;
}

export const registryEndpoints = {
  showOwnRecord: endpoint<{ reply: OwnRecord }>()({
    method: 'GET',
    path: '/me/record',
    access: 'member',
    summary: 'The registry record of the signed-in member',
  }),
  listOwnLawyers: endpoint<{ query: ListOwnLawyers; reply: Page<OwnLawyer> }>()({
    method: 'GET',
    path: '/me/lawyers',
    access: 'firm',
    summary: "The firm's own lawyers, by name",
  }),
  listFirms: endpoint<{ query: ListFirms; reply: Page<FirmRow> }>()({
    method: 'GET',
    path: '/staff/firms',
    access: 'staff',
    summary: 'Firms',
  }),
  showFirm: endpoint<{ params: { id: string }; reply: FirmDetail }>()({
    method: 'GET',
    path: '/staff/firms/:id',
    access: 'staff',
    summary: 'One firm',
  }),
  createFirm: endpoint<{ body: FirmInput; reply: FirmDetail }>()({
    method: 'POST',
    path: '/staff/firms',
    access: ['registrar'],
    summary: 'Registers a firm and its account',
  }),
  updateFirm: endpoint<{ params: { id: string }; body: FirmInput; reply: FirmDetail }>()({
    method: 'PUT',
    path: '/staff/firms/:id',
    access: ['registrar'],
    summary: 'Changes a firm; a new name keeps the old one as former name',
  }),
  listLawyers: endpoint<{ query: ListLawyers; reply: Page<LawyerRow> }>()({
    method: 'GET',
    path: '/staff/lawyers',
    access: 'staff',
    summary: 'Lawyers',
  }),
  showLawyer: endpoint<{ params: { id: string }; reply: LawyerDetail }>()({
    method: 'GET',
    path: '/staff/lawyers/:id',
    access: 'staff',
    summary: 'One lawyer',
  }),
  createLawyer: endpoint<{ body: LawyerInput; reply: LawyerDetail }>()({
    method: 'POST',
    path: '/staff/lawyers',
    access: ['registrar'],
    summary: 'Registers a lawyer and his or her account',
  }),
  updateLawyer: endpoint<{ params: { id: string }; body: LawyerInput; reply: LawyerDetail }>()({
    method: 'PUT',
    path: '/staff/lawyers/:id',
    access: ['registrar'],
    summary: 'Changes a lawyer; a new firm closes the old period and opens one',
  }),
  revealIdentity: endpoint<{ params: { id: string }; body: RevealIdentity; reply: { identityNumber: string } }>()({
    method: 'POST',
    path: '/staff/lawyers/:id/identity',
    access: ['registrar'],
    summary: 'Shows the whole identity number, with a reason, audited',
  }),
  listDiscipline: endpoint<{ query: ListDiscipline; reply: Page<DisciplineRow> }>()({
    method: 'GET',
    path: '/staff/discipline-records',
    access: ['reviewer', 'registrar'],
    summary: 'Discipline records',
  }),
  showDiscipline: endpoint<{ params: { id: string }; reply: DisciplineRow }>()({
    method: 'GET',
    path: '/staff/discipline-records/:id',
    access: ['reviewer', 'registrar'],
    summary: 'One discipline record',
  }),
  createDiscipline: endpoint<{ body: DisciplineInput; reply: DisciplineRow }>()({
    method: 'POST',
    path: '/staff/discipline-records',
    access: ['registrar'],
    summary: 'Enters a discipline record',
  }),
  updateDiscipline: endpoint<{ params: { id: string }; body: DisciplineInput; reply: DisciplineRow }>()({
    method: 'PUT',
    path: '/staff/discipline-records/:id',
    access: ['registrar'],
    summary: 'Changes a discipline record',
  }),
} as const;
