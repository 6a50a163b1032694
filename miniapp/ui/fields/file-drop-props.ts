import type { ReactNode } from 'react';

export interface FileDropProps {
  className?: string | undefined;
  onFile: (file: { name: string; bytes: ArrayBuffer }) => void;
  children: ReactNode;
}
