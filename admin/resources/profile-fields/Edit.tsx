import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Select, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { profileFieldEndpoints } from '../../../bff/contract/profile-fields/endpoints.ts';
import type { FieldSettingsReply } from '../../../bff/contract/profile-fields/replies.ts';
import type { SaveFieldSettings } from '../../../bff/contract/profile-fields/schemas.ts';
import { profileSection, SECTION_KEYS, type SectionKey } from '../../../bff/contract/profile/profile.ts';
import { call } from '../../providers/call.ts';
import { everyFaultOf } from '../../providers/failure.ts';
import { Failure } from '../../ui/Failure.tsx';
import { useLeaveWarning } from '../../ui/form/use-leave-warning.ts';
import { Page } from '../../ui/Page.tsx';
import { PolicyFields, type TypedPolicy } from './PolicyFields.tsx';
import { SectionFields } from './SectionFields.tsx';

const KEY = ['profile-fields'];
const SECTIONS = SECTION_KEYS.map((key) => ({ value: key, label: profileSection(key).label }));
export type TypedSettings = SaveFieldSettings['fields'];

/** 档案字段: a field required, optional or not used, and its hint; and what is asked of a profile as a whole. */
export function ProfileFieldsEdit() {
  const { data, isError, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => call(profileFieldEndpoints.showProfileFields, {}, signal),
  });
  // As they were when typing began: a refetch behind the form must not move their version.
  const [seen, setSeen] = useState<FieldSettingsReply>();
  if (data !== undefined && seen === undefined) setSeen(data);
  return (
    <Page title="档案字段" name="档案字段">
      {!seen && isError && <Failure error={error} onRetry={() => void refetch()} />}
      {!seen && !isError && <Skeleton active className="sheet padded" />}
      {seen && <Fields key={seen.version} seen={seen} onSaved={setSeen} />}
    </Page>
  );
}

function Fields({ seen, onSaved }: { seen: FieldSettingsReply; onSaved(saved: FieldSettingsReply): void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const leave = useLeaveWarning();
  const [key, setKey] = useState<SectionKey>('basic');
  const [typed, setTyped] = useState<TypedSettings>(seen.fields);
  const [policy, setPolicy] = useState<TypedPolicy>(seen.policy);
  const isChanged = typed !== seen.fields || policy !== seen.policy;
  useEffect(() => (isChanged ? leave.arm() : leave.disarm()));
  const save = useMutation({
    mutationFn: () =>
      call(profileFieldEndpoints.saveProfileFields, { body: { version: seen.version, fields: typed, policy } }),
    onSuccess: (saved) => {
      client.setQueryData(KEY, saved);
      leave.disarm();
      onSaved(saved);
      void message.success('已保存，立即生效');
    },
  });
  return (
    <>
      <Alert
        type="info"
        showIcon
        role="note"
        title="改动对填写、查看、打印和导入立即生效。改为不使用的，已填写的内容保留，本人下载时仍在其中；改为必填的，已通过的档案不受影响。"
      />
      <section className="sheet padded server-form">
        <div className="row section-choice">
          <Select<SectionKey>
            aria-label="信息补全的项目"
            value={key}
            onChange={setKey}
            options={SECTIONS}
            style={{ width: 200 }}
          />
        </div>
        <SectionFields section={key} typed={typed} onChange={setTyped} />
        <PolicyFields typed={policy} onChange={setPolicy} />
        {save.error && <Alert type="error" showIcon role="alert" title={everyFaultOf(save.error)} />}
        <div className="action-bar">
          <Button type="primary" disabled={!isChanged} loading={save.isPending} onClick={() => save.mutate()}>
            保存
          </Button>
        </div>
      </section>
    </>
  );
}
