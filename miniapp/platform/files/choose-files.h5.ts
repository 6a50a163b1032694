import type { ChooseFiles } from '../signatures.ts';

export const chooseFiles: ChooseFiles = () =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = 'application/pdf,.pdf,image/*';
    input.addEventListener('cancel', () => resolve([]));
    input.addEventListener('change', () =>
      resolve(
        [...(input.files ?? [])].map((file) => ({
          name: file.name,
          size: file.size,
          read: () => file.arrayBuffer(),
        })),
      ),
    );
    input.click();
  });
