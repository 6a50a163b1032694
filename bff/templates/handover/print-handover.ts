import { renderPdf } from '../../platform/pdf/render.ts';

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
  return (await renderPdf('handover', sheet, options)).pdf;
}
