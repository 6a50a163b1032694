import { renderPdf } from '../../platform/pdf/render.ts';
import { flowOf } from '../certificate/line-breaks.ts';

/** Longer addresses are set smaller. */
const LONG = 60;

/** One label; every value printed as it stands. */
export interface AddressLabel {
  recipient: string;
  phone: string;
  address: string;
  /** Name of the association. */
  sender: string;
  number: string;
  copies: string;
}

/**
 * Sheets of address labels, 14 to a page.
 * @param sheets.skip labels of the first sheet that are gone already, 0 to 13
 * @throws TemplateError if a character cannot be printed
 */
export async function printLabels(
  sheets: { labels: readonly AddressLabel[]; skip: number },
  options: { creationTime: number },
): Promise<Buffer> {
  const labels = sheets.labels.map((label) => ({
    ...label,
    isLong: [...label.address].length > LONG,
    address: flowOf(label.address),
    recipient: flowOf(label.recipient),
  }));
  return (await renderPdf('address-labels', { ...sheets, labels }, options)).pdf;
}
