import type { Certificate } from '../model.ts';

/** Where the file of an issued certificate lies, and what it is called outside. */
export function fileOf({ id, storageKey, number }: Pick<Certificate, 'id' | 'storageKey' | 'number'>) {
  if (storageKey === null) throw new Error(`certificate ${id} has no file`);
  return { storageKey, fileName: `电子证明-${number}.pdf` };
}
