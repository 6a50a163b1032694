import type { ShowAttachment } from '../signatures.ts';
import { explainBrowser, isInWechat } from './in-wechat.h5.ts';

// Long enough for the browser to have read it.
const KEEP_MS = 60_000;

export const showAttachment: ShowAttachment = async (bytes, { name }) => {
  if (isInWechat()) return explainBrowser();
  const url = URL.createObjectURL(new Blob([bytes]));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
};
