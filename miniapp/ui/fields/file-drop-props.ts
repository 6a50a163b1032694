import type { ReactNode } from 'react';
import type { OfferedFile } from '../../platform/signatures.ts';

export interface FileDropProps {
  className?: string | undefined;
  /** What was dropped, none if it was no file. */
  onFiles: (files: OfferedFile[]) => void;
  children: ReactNode;
}
