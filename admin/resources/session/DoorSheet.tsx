import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { officeEndpoints } from '../../../bff/contract/endpoints/office.ts';
import { call } from '../../providers/call.ts';

/** The sheet on which one signs in: whose office this is, then the form. */
export function DoorSheet({ title, children }: { title: string; children: ReactNode }) {
  const { data } = useQuery({
    queryKey: ['settings', 'public'],
    queryFn: ({ signal }) => call(officeEndpoints.showPublicSettings, {}, signal),
    staleTime: Infinity,
  });
  useEffect(() => {
    document.title = `${title} · 律证`;
  }, [title]);
  return (
    <main className="door">
      <p className="door-office">{data?.association ?? '\u00a0'}</p>
      <h1>{title}</h1>
      <p className="quiet">电子证明工作端，仅供协会工作人员使用</p>
      {children}
    </main>
  );
}
