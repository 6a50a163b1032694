import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Popconfirm, Skeleton } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { typeEndpoints, type StaffTypeDetail } from '../../../bff/contract/certificate-types/endpoints.ts';
import {
  APPLICATION_FIELDS,
  CERTIFICATE_GROUPS,
  LAWYER_SCOPES,
  TYPE_AUDIENCES,
} from '../../../bff/contract/certificate-types/enums.ts';
import { REVIEW_MODES } from '../../../bff/contract/review/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { TypeChanges } from '../../changes/TypeChanges.tsx';
import { CHANGES_KEY, WAITS } from '../../changes/use-changes.ts';
import { call } from '../../providers/call.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { FactList, type Fact } from '../../ui/FactList.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Page } from '../../ui/Page.tsx';
import { eligibilityInWords, ruleSetLabels } from './type-form.tsx';
import { TypeTag, validityInWords } from './TypeTag.tsx';
import { typeKey, useType } from './use-type.ts';
import { Versions } from './Versions.tsx';

export function TypeShow() {
  const { id = '' } = useParams();
  const { data: type, isError, error, refetch } = useType(id);
  if (isError && !type) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!type) return <Skeleton active className="page" />;
  return <Shown type={type} />;
}

function Shown({ type }: { type: StaffTypeDetail }) {
  const navigate = useNavigate();
  const use = useUse(type);
  return (
    <Page
      title={
        <>
          {type.label} <TypeTag type={type} />
        </>
      }
      name={type.label}
      back={{ to: pageUrl('types'), label: '证明类型' }}
      actions={
        <>
          <Button onClick={() => void navigate(pageUrl('typeEdit', { id: type.id }))}>修改设置</Button>
          <Button type="primary" onClick={() => void navigate(pageUrl('wording', { id: type.id }))}>
            编辑正文
          </Button>
        </>
      }
    >
      {use.isError && <Alert type="error" showIcon role="alert" title={sentenceOf(use.error)} />}
      {type.faults.length > 0 && (
        <Alert
          type="error"
          showIcon
          role="note"
          title="本类型不符合现行要求：会员不能申请，待审批的申请不能通过。修改并生效后即恢复"
          description={type.faults.map((fault) => (
            <div key={fault}>{fault}</div>
          ))}
        />
      )}
      {type.isRetired && (
        <Alert
          type="info"
          showIcon
          role="note"
          title="已停用，会员看不到这一类型；已出具的证明不受影响。新类型启用须另一位管理员同意"
          action={
            <Button type="primary" loading={use.isPending} onClick={() => use.mutate()}>
              启用
            </Button>
          }
        />
      )}
      <section className="sheet padded">
        <FactList facts={factsOf(type)} />
        {!type.isRetired && (
          <Popconfirm
            title="停用这一证明类型？"
            description="会员将不能再申请；待审批的申请仍可审核，已出具的证明不受影响。"
            okText="停用"
            cancelText="取消"
            onConfirm={() => use.mutate()}
          >
            <Button danger loading={use.isPending} className="type-retire">
              停用
            </Button>
          </Popconfirm>
        )}
      </section>
      <TypeChanges typeId={type.id} />
      <Versions type={type} />
    </Page>
  );
}

/** Retires a type that is in use, and puts a retired one to use. */
function useUse({ id, version, isRetired }: StaffTypeDetail) {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: () =>
      call(isRetired ? typeEndpoints.offerType : typeEndpoints.retireType, {
        params: { id: String(id) },
        body: { version },
      }),
    onSuccess: (saved) => {
      client.setQueryData(typeKey(String(id)), saved);
      void client.invalidateQueries({ queryKey: ['types', 'list'] });
      void client.invalidateQueries({ queryKey: CHANGES_KEY });
      if (saved.waiting) void message.success(WAITS);
      else void message.success(saved.isRetired ? '已停用' : '已启用，会员现在可以申请');
    },
    onError: () => client.invalidateQueries({ queryKey: typeKey(String(id)) }),
  });
}

function factsOf(type: StaffTypeDetail): Fact[] {
  return [
    ['分组', CERTIFICATE_GROUPS[type.group]],
    ['申请对象', TYPE_AUDIENCES[type.audience]],
    ['涉及律师', LAWYER_SCOPES[type.lawyerScope]],
    ['审核方式', REVIEW_MODES[type.reviewMode]],
    ['核查规则', ruleSetLabels[type.ruleSet]],
    [
      '填写项目',
      type.asks.map((field) => APPLICATION_FIELDS[field]).join('、') || '只有共同的项目（邮箱、用途、纸质证明等）',
    ],
    ['申请条件', eligibilityInWords(type.eligibility)],
    ['有效期', validityInWords(type.validityMonths)],
    ['排列顺序', type.position],
    [
      '填写须知',
      <span key="notice" className="multiline">
        {type.notice || '—'}
      </span>,
    ],
  ];
}
