import type { ReactNode } from 'react';
import { FILE_KINDS } from '../../bff/contract/files/enums.ts';

/** A file that somebody sent, opened beside this page: its name, what it is, how large. */
export function FileLink({
  file: { name, kind, size },
  address,
  children,
}: {
  file: { name: string; kind: keyof typeof FILE_KINDS; size: number };
  address: string;
  /** Before its name. */
  children?: ReactNode;
}) {
  return (
    <>
      <a href={address} target="_blank" rel="noreferrer">
        {children}
        {name}
      </a>{' '}
      <span className="quiet">
        {FILE_KINDS[kind]}，{Math.max(1, Math.round(size / 1024))} KB
      </span>
    </>
  );
}
