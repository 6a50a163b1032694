import type { KeepFile } from '../signatures.ts';

export const CAN_KEEP_FILES: boolean = true;

/** The browser downloads by itself, with the session's cookie, however long the file is. */
export const keepFile: KeepFile = (path, name) => {
  const link = document.createElement('a');
  link.href = `${API_ORIGIN}${path}`;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
};
