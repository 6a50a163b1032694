import type { KeepFile } from '../signatures.ts';
import { explainBrowser, isInWechat } from './in-wechat.h5.ts';

export const CAN_KEEP_FILES: boolean = true;

/** The browser downloads by itself, with the session's cookie, however long the file is. */
export const keepFile: KeepFile = (path, name) => {
  if (isInWechat()) return explainBrowser();
  const link = document.createElement('a');
  link.href = `${API_ORIGIN}${path}`;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
};
