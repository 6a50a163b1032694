export interface PdfViewerProps {
  bytes: ArrayBuffer;
  /** What it shows, for screen readers and as file name. */
  title: string;
}
