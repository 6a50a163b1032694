import type { PagePicture } from '../../../bff/contract/pictures/endpoints.ts';

export interface PdfViewerProps {
  bytes: ArrayBuffer;
  /** What it shows, for screen readers and as file name. */
  title: string;
  /** A page as a picture, from 1; asked for where the platform cannot draw PDF itself. The same function, the same file. */
  drawPage(page: number): Promise<PagePicture>;
}
