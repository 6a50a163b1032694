import { renderPdf } from '../../platform/pdf/render.ts';
import { flowOf } from '../certificate/line-breaks.ts';

/** 交接单: what somebody of the staff still has open; every value printed as it stands. */
export interface HandoverSheet {
  association: string;
  from: string;
  /** When it was printed, to the minute. */
  at: string;
  tickets: readonly {
    number: string;
    category: string;
    title: string;
    asker: string;
    state: string;
    /** '' where no clock runs. */
    dueAt: string;
  }[];
  /** For whom they stand in, as written. */
  standsInFor: readonly string[];
}

/**
 * The sheet that leaver and successor sign.
 * @throws TemplateError if a character cannot be printed
 */
export async function printHandoverSheet(sheet: HandoverSheet, options: { creationTime: number }): Promise<Buffer> {
  const tickets = sheet.tickets.map((ticket) => ({
    ...ticket,
    category: flowOf(ticket.category),
    title: flowOf(ticket.title),
    asker: flowOf(ticket.asker),
  }));
  return (await renderPdf('handover', { ...sheet, tickets }, options)).pdf;
}
