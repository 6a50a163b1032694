import type { ChoosePhoto } from '../signatures.ts';
import { localFile } from './choose-proofs.h5.ts';

/** The address of the picture before this one: a browser keeps it until it is told. */
let last = '';

export const choosePhoto: ChoosePhoto = () =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/jpeg,image/png';
    input.addEventListener('cancel', () => resolve(null));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (!file) return resolve(null);
      if (last) URL.revokeObjectURL(last);
      last = URL.createObjectURL(file);
      return resolve({ ...localFile(file), preview: last });
    });
    input.click();
  });
