import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import {
  IMPORT_KINDS,
  MARKED_AS,
  MARKED_AS_HEADER,
  type ImportKind,
  type MarkedAs,
} from '../../../bff/contract/imports/enums.ts';
import { everyFaultOf } from '../../providers/failure.ts';
import type { FileAnswer } from '../../providers/upload.ts';

/** The file that was brought, its faults marked; when it comes back as another one, why. */
export function MarkedFile({ kind, ask }: { kind: ImportKind; ask(): Promise<FileAnswer> }) {
  const marked = useMutation({
    mutationFn: ask,
    onSuccess: ({ blob }) => {
      const address = URL.createObjectURL(blob);
      Object.assign(document.createElement('a'), {
        href: address,
        download: `检查结果-${IMPORT_KINDS[kind]}.xlsx`,
      }).click();
      URL.revokeObjectURL(address);
    },
  });
  const said = MARKED_AS[marked.data?.headers.get(MARKED_AS_HEADER) as MarkedAs];
  return (
    <>
      <Button loading={marked.isPending} onClick={() => marked.mutate()}>
        下载标出问题的文件
      </Button>
      {said && <Alert className="below" type="info" showIcon title={said} />}
      {marked.error && <Alert className="below" type="error" showIcon title={everyFaultOf(marked.error)} />}
    </>
  );
}
