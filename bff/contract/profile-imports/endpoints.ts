import { endpoint, type Page, type StreamedReply } from '../endpoint.ts';
import { MAX_PHOTO_ZIP_BYTES, MAX_PROFILE_BOOK_BYTES } from './enums.ts';
import type { ProfileImport, ProfileImportLawyer, ProfileImportPhoto } from './replies.ts';
import type { ListProfileImportRows, ListProfileImports, StageProfileImport } from './schemas.ts';

export type * from './replies.ts';

type One = { id: string };

export const profileImportEndpoints = {
  downloadProfileTemplate: endpoint<{ reply: StreamedReply }>()({
    method: 'GET',
    path: '/staff/profile-import-template',
    access: ['registrar'],
    summary: 'An empty workbook, a sheet for each section, with the columns that are read',
    replies: 'xlsx',
  }),
  stageProfileImport: endpoint<{ query: StageProfileImport; body: object; reply: ProfileImport }>()({
    method: 'POST',
    path: '/staff/profile-imports',
    access: ['registrar'],
    summary:
      'Takes a workbook of profiles approved elsewhere, and looks through it in the background; writes nothing yet',
    takes: 'file',
    maxBytes: MAX_PROFILE_BOOK_BYTES,
  }),
  listProfileImports: endpoint<{ query: ListProfileImports; reply: Page<ProfileImport> }>()({
    method: 'GET',
    path: '/staff/profile-imports',
    access: ['registrar'],
    summary: 'Such imports, newest first',
  }),
  showProfileImport: endpoint<{ params: One; reply: ProfileImport }>()({
    method: 'GET',
    path: '/staff/profile-imports/:id',
    access: ['registrar'],
    summary: 'One of them with its progress',
  }),
  listProfileImportLawyers: endpoint<{
    params: One;
    query: ListProfileImportRows;
    reply: Page<ProfileImportLawyer>;
  }>()({
    method: 'GET',
    path: '/staff/profile-imports/:id/lawyers',
    access: ['registrar'],
    summary: 'Its lawyers, with what is wrong in which row, or what would be written or was',
  }),
  addImportPhotos: endpoint<{ params: One; body: object; reply: ProfileImport }>()({
    method: 'POST',
    path: '/staff/profile-imports/:id/photos',
    access: ['registrar'],
    summary: 'Adds a ZIP of photos named by licence number, and looks through them in the background',
    takes: 'file',
    maxBytes: MAX_PHOTO_ZIP_BYTES,
  }),
  listProfileImportPhotos: endpoint<{
    params: One;
    query: ListProfileImportRows;
    reply: Page<ProfileImportPhoto>;
  }>()({
    method: 'GET',
    path: '/staff/profile-imports/:id/photos',
    access: ['registrar'],
    summary: 'Its photos, with why one is not taken',
  }),
  applyProfileImport: endpoint<{ params: One; reply: ProfileImport }>()({
    method: 'POST',
    path: '/staff/profile-imports/:id/application',
    access: ['registrar'],
    summary: 'Has what was looked through written, some 500 rows at a time; a lawyer with a fault is left out whole',
  }),
  resumeProfileImport: endpoint<{ params: One; reply: ProfileImport }>()({
    method: 'POST',
    path: '/staff/profile-imports/:id/resumption',
    access: ['registrar'],
    summary: 'Sets one going again that has stopped on its way',
  }),
  discardProfileImport: endpoint<{ params: One; reply: null }>()({
    method: 'DELETE',
    path: '/staff/profile-imports/:id',
    access: ['registrar'],
    summary: 'Removes what was brought and is not written',
  }),
} as const;
