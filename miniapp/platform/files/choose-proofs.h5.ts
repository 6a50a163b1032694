import type { ChooseProofs, LocalFile } from '../signatures.ts';

export const chooseProofs: ChooseProofs = (_max, endings) =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    // By both: telephones offer the camera for the types, desktops look at the endings.
    input.accept = ['application/pdf', 'image/jpeg', 'image/png', ...endings.map((ending) => `.${ending}`)].join(',');
    input.addEventListener('cancel', () => resolve([]));
    input.addEventListener('change', () => resolve([...(input.files ?? [])].map(localFile)));
    input.click();
  });

/** A file of the browser. XMLHttpRequest because fetch tells nothing of how far it is. */
export const localFile = (file: File): LocalFile => ({
  name: file.name,
  size: file.size,
  send: ({ url, header }, onProgress) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', url);
      for (const [name, value] of Object.entries(header)) request.setRequestHeader(name, value);
      request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
      request.onload = () => resolve({ statusCode: request.status, data: request.responseText });
      request.onerror = () => reject(new Error('the upload broke off'));
      const form = new FormData();
      form.append('file', file);
      request.send(form);
    }),
});
