import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useNavigate } from 'react-router';
import type { MemberRecord } from '../../../bff/contract/records/endpoints.ts';
import type { SubjectKind } from '../../../bff/contract/registry/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { useMay } from '../../providers/permission.ts';
import type { RecordSpec } from './record-spec.tsx';

interface RecordSectionProps<Row extends MemberRecord, Values extends object> {
  spec: RecordSpec<Row, Values>;
  about: { kind: SubjectKind; id: number };
  rows: Row[];
}

/** The records of one kind on a member's page, with what staff may do about them. */
export function RecordSection<Row extends MemberRecord, Values extends object>(props: RecordSectionProps<Row, Values>) {
  const { spec, about, rows } = props;
  const navigate = useNavigate();
  const mayEdit = useMay()(spec.endpoints.create);
  return (
    <section className="sheet padded" aria-label={spec.label}>
      <h2 className="record-head">
        {spec.label}
        {mayEdit && (
          <Button
            aria-label={`登记${spec.label}`}
            onClick={() => void navigate(pageUrl('recordNew', { kind: spec.slug, [`${about.kind}Id`]: about.id }))}
          >
            登记
          </Button>
        )}
      </h2>
      {rows.length === 0 && <p className="quiet">{spec.empty}</p>}
      <ul className="records">
        {rows.map((row) => (
          <li key={row.id}>
            <span className="record-says">{spec.summary(row)}</span>
            {mayEdit && <RecordActions spec={spec} row={row} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function RecordActions<Row extends MemberRecord, Values extends object>({
  spec,
  row,
}: {
  spec: RecordSpec<Row, Values>;
  row: Row;
}) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { modal, message } = App.useApp();
  const name = spec.nameOf(row);
  const remove = useMutation({
    mutationFn: () => call(spec.endpoints.remove, { params: { id: String(row.id) }, query: { version: row.version } }),
    onSuccess: () => void message.success('已删除'),
    onError: (error) => void message.error(sentenceOf(error)),
    // Whether it went or somebody else had changed it: what stands there is no longer true.
    onSettled: () =>
      Promise.all([['records'], ['firms'], ['lawyers']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  const ask = () =>
    void modal.confirm({
      title: `删除“${name}”？`,
      content: '删除后不能恢复；操作日志会保留其内容。',
      okText: '删除',
      okButtonProps: { danger: true },
      cancelText: '取消',
      onOk: () => remove.mutateAsync().catch(() => undefined),
    });
  return (
    <span className="record-actions">
      <Button
        type="link"
        aria-label={`修改${name}`}
        onClick={() => void navigate(pageUrl('recordEdit', { kind: spec.slug, id: row.id }))}
      >
        修改
      </Button>
      <Button type="link" danger aria-label={`删除${name}`} disabled={remove.isPending} onClick={ask}>
        删除
      </Button>
    </span>
  );
}
