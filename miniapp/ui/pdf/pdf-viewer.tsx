export { PdfViewer } from './pdf-viewer.h5.tsx';
