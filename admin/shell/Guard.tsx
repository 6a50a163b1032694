import { Result } from 'antd';
import type { ReactNode } from 'react';
import { useMay } from '../providers/permission.ts';
import type { Endpoint } from '../../bff/contract/endpoint.ts';

/** Says plainly that a page belongs to another role, instead of a page full of refusals. */
export function Guard({ endpoint, children }: { endpoint: Pick<Endpoint, 'access'>; children: ReactNode }) {
  const may = useMay();
  if (!may(endpoint)) {
    return <Result status="info" title="您的角色不含此项工作" subTitle="如需办理，请联系管理员调整角色。" />;
  }
  return <>{children}</>;
}
