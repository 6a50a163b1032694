import { DownloadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useNavigate } from 'react-router';
import type { Endpoint, EndpointTypes } from '../../../bff/contract/endpoint.ts';
import { exportEndpoints } from '../../../bff/contract/exports/endpoints.ts';
import type { OrderExport } from '../../../bff/contract/exports/schemas.ts';
import { pageUrl } from '../../addresses.ts';
import { addressOf, call, type InputOf } from '../../providers/call.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { useMay } from '../../providers/permission.ts';

/**
 * 导出Excel: the list as it is filtered now, every page of it. A short one is downloaded while the server still reads, a
 * long one is made in the background.
 */
export function ExportButton<T extends EndpointTypes>({
  endpoint,
  input,
  label = '导出Excel',
}: {
  endpoint: Endpoint<T>;
  input: InputOf<T>;
  label?: string;
}) {
  const { message, notification } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const address = addressOf(endpoint, input);
  const order = useMutation({
    mutationFn: () => call(exportEndpoints.orderExport, { body: orderOf(address) }),
    onSuccess: ({ runId }) => {
      if (runId === null) {
        Object.assign(document.createElement('a'), { href: address, download: '' }).click();
        return;
      }
      void client.invalidateQueries({ queryKey: ['exports'] });
      notification.success({
        title: '正在后台导出',
        description: '行数较多，可以离开此页。完成后到“导入与导出记录”下载。',
        actions: (
          <Button type="primary" size="small" onClick={() => void navigate(pageUrl('transfers'))}>
            查看导出记录
          </Button>
        ),
      });
    },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  if (!useMay()(endpoint)) return null;
  return (
    <Button icon={<DownloadOutlined />} loading={order.isPending} onClick={() => order.mutate()}>
      {label}
    </Button>
  );
}

/** An order names the list as the last part of its address does, with the same filters. */
function orderOf(address: string): OrderExport {
  const { pathname, searchParams } = new URL(address, window.location.origin);
  // The server reads both by one table of lists.
  return { list: pathname.split('/').at(-1), filter: Object.fromEntries(searchParams) } as OrderExport;
}
