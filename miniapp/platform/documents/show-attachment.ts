export { showAttachment } from './show-attachment.h5.ts';
