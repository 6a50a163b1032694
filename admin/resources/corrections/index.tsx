import { correctionEndpoints } from '../../../bff/contract/corrections/endpoints.ts';
import { page, type Resource } from '../../shell/resource.tsx';
import { subjectPart } from '../../subjects/parts.tsx';

/** 更正申请: worked on in tickets; on the page of the member what nobody has decided, at the old addresses the way there. */
export const corrections: Resource = {
  pages: [
    page('corrections', correctionEndpoints.listCorrections, async () => (await import('./ToTicket.tsx')).ToTickets),
    page('correction', correctionEndpoints.findCorrection, async () => (await import('./ToTicket.tsx')).ToTicket),
  ],
  subjectParts: [subjectPart('notices', async () => (await import('./OpenCorrections.tsx')).OpenCorrections)],
};
