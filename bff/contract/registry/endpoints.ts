import type {
  CheckIdentity,
  DisciplineInput,
  FirmInput,
  LawyerInput,
  ListDiscipline,
  ListFirms,
  ListLawyers,
  ListOwnLawyers,
  RevealIdentity,
  WithdrawDiscipline,
} from './schemas.ts';
import type {
  CheckedIdentity,
  DisciplineRow,
  FirmDetail,
  FirmRow,
  LawyerDetail,
  LawyerRow,
  OwnLawyer,
  OwnRecord,
  RevealedIdentity,
} from './replies.ts';
import { endpoint, type Page } from '../endpoint.ts';

export type * from './replies.ts';

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
  checkIdentity: endpoint<{ params: { id: string }; body: CheckIdentity; reply: CheckedIdentity }>()({
    method: 'POST',
    path: '/me/lawyers/:id/identity-check',
    access: 'firm',
    summary: "Whether a number is that of the firm's own lawyer; three tries a lawyer a day, which the lawyer reads",
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
  revealIdentity: endpoint<{ params: { id: string }; body: RevealIdentity; reply: RevealedIdentity }>()({
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
  withdrawDiscipline: endpoint<{ params: { id: string }; body: WithdrawDiscipline; reply: null }>()({
    method: 'POST',
    path: '/staff/discipline-records/:id/withdrawal',
    access: ['registrar'],
    summary: 'Takes back a discipline record entered by mistake; the audit log keeps what it said, and why',
  }),
} as const;
