import { MAX_ATTACHMENTS } from '../../../bff/contract/certificates/limits.ts';
import { fileEndpoints } from '../../../bff/contract/files/endpoints.ts';
import { MAX_ATTACHMENT_BYTES } from '../../../bff/contract/files/limits.ts';
import { ticketFileEndpoints } from '../../../bff/contract/ticket-files/endpoints.ts';
import { MAX_TICKET_FILE_BYTES } from '../../../bff/contract/ticket-files/limits.ts';
import { MAX_TICKET_FILES } from '../../../bff/contract/tickets/limits.ts';

/** What a form takes as files, and where they are sent. */
export interface Takes {
  /** Path below /api. */
  path: string;
  /** The most bytes of one file. */
  maxBytes: number;
  /** How many. */
  max: number;
  /** Endings that are offered for choosing; what a file is follows from its content. */
  endings: readonly string[];
  /** PDF、JPG 或 PNG. */
  words: string;
}

/** Proofs of applications and corrections. */
export const PROOFS: Takes = {
  path: fileEndpoints.uploadFile.path,
  maxBytes: MAX_ATTACHMENT_BYTES,
  max: MAX_ATTACHMENTS,
  endings: ['pdf', 'jpg', 'jpeg', 'png'],
  words: 'PDF、JPG 或 PNG',
};

/** What is sent with a ticket. */
export const TICKET_FILES: Takes = {
  path: ticketFileEndpoints.uploadTicketFile.path,
  maxBytes: MAX_TICKET_FILE_BYTES,
  max: MAX_TICKET_FILES,
  endings: [...PROOFS.endings, 'docx', 'xlsx', 'wps', 'et'],
  words: 'PDF、JPG、PNG、DOCX、XLSX、WPS 或 ET（不含宏）',
};
