import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Endpoint, EndpointTypes } from '../../../bff/contract/endpoint.ts';
import { addressOf, type InputOf } from '../../providers/call.ts';
import { useMay } from '../../providers/permission.ts';

/** 导出Excel: the list as it is filtered now, every page of it. The browser downloads while the server still reads. */
export function ExportButton<T extends EndpointTypes>({
  endpoint,
  input,
}: {
  endpoint: Endpoint<T>;
  input: InputOf<T>;
}) {
  if (!useMay()(endpoint)) return null;
  return (
    <Button icon={<DownloadOutlined />} href={addressOf(endpoint, input)} download>
      导出Excel
    </Button>
  );
}
