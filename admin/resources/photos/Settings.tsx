import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Skeleton } from 'antd';
import { useState } from 'react';
import { photoEndpoints } from '../../../bff/contract/photos/endpoints.ts';
import { PHOTO_SETTING_LABELS } from '../../../bff/contract/photos/enums.ts';
import { FACES_FILED, FACES_WARNED } from '../../../bff/contract/photos/limits.ts';
import type { PhotoSettingsReply } from '../../../bff/contract/photos/replies.ts';
import type { PhotoSettingsInput } from '../../../bff/contract/photos/schemas.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { Failure } from '../../ui/Failure.tsx';
import { inGroup, type FieldSpec } from '../../ui/form/form-fields.tsx';
import { ServerForm } from '../../ui/form/ServerForm.tsx';
import { Page } from '../../ui/Page.tsx';

const KEY = ['photos', 'settings'];
const ON_OFF = { on: '开启', off: '关闭' } as const;
const switched = (isOn: boolean) => (isOn ? 'on' : 'off');

/** As the form has them: what is on or off is a choice of two words. */
type Typed = Omit<PhotoSettingsInput, 'faceOn' | 'needsStaff'> & { faceOn: 'on' | 'off'; needsStaff: 'on' | 'off' };

const typedOf = ({ provider: _provider, faces: _faces, ...settings }: PhotoSettingsReply): Typed => ({
  ...settings,
  faceOn: switched(settings.faceOn),
  needsStaff: switched(settings.needsStaff),
});
const inputOf = (typed: Typed): PhotoSettingsInput => ({
  ...typed,
  faceOn: typed.faceOn === 'on',
  needsStaff: typed.needsStaff === 'on',
});

const number = (name: keyof Typed & keyof typeof PHOTO_SETTING_LABELS, hint?: string): FieldSpec<Typed> => ({
  name,
  label: PHOTO_SETTING_LABELS[name],
  kind: 'text',
  inputMode: 'decimal',
  ...(hint !== undefined && { hint }),
});

const fields: readonly FieldSpec<Typed>[] = [
  ...inGroup<Typed>('技术检查的阈值', [
    number('blurredBelow', '清晰照片一般在5以上，模糊的在2以下'),
    number('softBelow'),
    number('darkBelow', '0为全黑，255为全白'),
    number('brightAbove'),
    number('unevenAbove'),
    {
      name: 'calibratedOn',
      label: PHOTO_SETTING_LABELS.calibratedOn,
      kind: 'date',
      hint: '用不少于40张真实照片试过、没有误拒之后填写；未填写时标明“未校准”',
    },
  ]),
  ...inGroup<Typed>('人脸比对', [
    {
      name: 'faceOn',
      label: PHOTO_SETTING_LABELS.faceOn,
      kind: 'choice',
      options: ON_OFF,
      hint: '开启前须完成个人信息保护影响评估；会员始终可以改选人工核验',
    },
    { name: 'assessedOn', label: PHOTO_SETTING_LABELS.assessedOn, kind: 'date' },
    { name: 'assessment', label: PHOTO_SETTING_LABELS.assessment, kind: 'text' },
    {
      name: 'wechatGrant',
      label: PHOTO_SETTING_LABELS.wechatGrant,
      kind: 'text',
      hint: '小程序内的人脸核身须经微信批准；未填写时小程序中只提供人工核验',
    },
    number('checksPerDay'),
    number('checksPerMonth'),
  ]),
  ...inGroup<Typed>('更换与保存', [
    {
      name: 'needsStaff',
      label: PHOTO_SETTING_LABELS.needsStaff,
      kind: 'choice',
      options: ON_OFF,
      hint: '关闭时，比对一致的新照片立即启用',
    },
    number('changeDays', '间隔之内再次更换，须由工作人员核验'),
    number('evidenceDays'),
    number('replacedDays'),
  ]),
];

/** 照片设置: thresholds, limits, and the conditions under which faces are compared. */
export function PhotoSettingsEdit() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { data, isError, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => call(photoEndpoints.showPhotoSettings, {}, signal),
  });
  // As they were when typing began: a refetch behind the form must not move their version.
  const [seen, setSeen] = useState<PhotoSettingsReply>();
  if (data !== undefined && seen === undefined) setSeen(data);
  return (
    <Page title="照片设置" name="照片设置" back={{ to: pageUrl('photos', { state: 'pending' }), label: '证件照片' }}>
      {!seen && isError && <Failure error={error} onRetry={() => void refetch()} />}
      {!seen && !isError && <Skeleton active className="sheet padded" />}
      {seen && (
        <>
          <State settings={seen} />
          <section className="sheet padded">
            <ServerForm
              key={seen.version}
              initial={typedOf(seen)}
              fields={fields}
              submitLabel="保存"
              onSubmit={(typed) => call(photoEndpoints.updatePhotoSettings, { body: inputOf(typed) })}
              onSaved={(saved) => {
                client.setQueryData(KEY, saved);
                setSeen(saved);
                void message.success('已保存');
              }}
            />
          </section>
        </>
      )}
    </Page>
  );
}

function State({ settings: { calibratedOn, provider, faces, faceOn } }: { settings: PhotoSettingsReply }) {
  return (
    <>
      {calibratedOn === '' && <Alert type="warning" showIcon role="note" title="阈值未校准：还没有用真实照片试过" />}
      <Alert
        type="info"
        showIcon
        role="note"
        title={
          provider === ''
            ? '服务器没有配置人脸比对服务，照片只由工作人员核验'
            : `人脸比对由${provider}提供，现在${faceOn ? '已开启' : '未开启'}`
        }
      />
      {faceOn && faces >= FACES_WARNED && (
        <Alert
          type={faces >= FACES_FILED ? 'error' : 'warning'}
          showIcon
          role="note"
          title={`用于人脸识别的照片已涉及${faces}人；达到${FACES_FILED}人的，须在30个工作日内向省级网信部门备案`}
        />
      )}
    </>
  );
}
