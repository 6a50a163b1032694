import { useDidShow } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { PROFILE_EVENTS, PROFILE_STATES, type ProfileState } from '../../../../bff/contract/profile/enums.ts';
import type { FieldFaults } from '../../../../bff/contract/errors.ts';
import type { OwnProfile } from '../../../../bff/contract/profile/endpoints.ts';
import { profileSection } from '../../../../bff/contract/profile/profile.ts';
import { pageUrl } from '../../../addresses.ts';
import { ApiError, faultText } from '../../../api/api-error.ts';
import { newIdempotencyKey } from '../../../application/draft.ts';
import { showTop } from '../../../platform/page/show-field.ts';
import { showToast } from '../../../platform/page/show-toast.ts';
import { usePullDown } from '../../../platform/page/use-pull-down.ts';
import { ActionBar } from '../../../shell/page.tsx';
import { Button } from '../../../ui/button.tsx';
import { Box } from '../../../ui/elements.tsx';
import { Row } from '../../../ui/lists/row.tsx';
import { Failure, Skeleton } from '../../../ui/sheets/blank.tsx';
import { Confirm } from '../../../ui/sheets/modal.tsx';
import { Facts, Notice, Sheet } from '../../../ui/sheets/sheet.tsx';
import { shownTime } from '../../../ui/times.ts';
import { submitProfile, useOwnProfile, withdrawProfile } from '../use-profile.ts';
import { DoubtsList } from './doubts-list.tsx';
import { MissingList } from './missing-list.tsx';
import { Progress } from './progress.tsx';
import { SectionTag } from './section-label.tsx';
import styles from '../profile.module.css';

const SAYS = {
  untouched: '请逐项填写，填写的内容自动保存；全部完成后提交协会审核。',
  filling: '填写的内容自动保存，可以换手机或电脑接着填；全部完成后提交协会审核。',
  waiting: '已提交，等待协会审核。审核结果在“消息”中告知；需要修改的，可先撤回。',
  rejected: '请按审核意见修改，在基本信息的最后一步重新确认，然后再次提交。',
  approved: '已通过审核，以协会审核通过的内容为准。',
} as const satisfies Record<ProfileState, string>;

/** 信息补全: where each section stands, 正式提交审核, 撤回. */
export function ProfileOverview() {
  const query = useOwnProfile();
  useDidShow(() => void query.refetch());
  usePullDown(() => query.refetch());
  if (query.isError && !query.data) {
    return <Failure fault={query.error} safe="已填写的内容不受影响。" onRetry={() => void query.refetch()} />;
  }
  if (!query.data) {
    return (
      <Sheet>
        <Skeleton lines={10} />
      </Sheet>
    );
  }
  return <Overview profile={query.data} />;
}

function Overview({ profile }: { profile: OwnProfile }) {
  const { state, percent, sections, reopenedReason, can } = profile;
  const [missing, setMissing] = useState<{ title: string; faults: FieldFaults } | null>(null);
  return (
    <>
      <Sheet title="信息补全" beside={<Box as="span">{PROFILE_STATES[state]}</Box>}>
        <Progress percent={percent} />
        <Box className={styles.lead}>{SAYS[state]}</Box>
      </Sheet>
      {reopenedReason ? <Notice tone="bad">协会退回修改：{reopenedReason}</Notice> : null}
      {missing ? <MissingList {...missing} /> : null}
      <Sheet>
        {sections.map(({ key, label, opinion }) => (
          <Row
            key={key}
            href={pageUrl('profileSection', { section: key })}
            title={profileSection(key).label}
            {...(opinion ? { detail: `审核意见：${opinion}` } : {})}
            value={<SectionTag label={label} />}
          />
        ))}
      </Sheet>
      {can.edit ? <DoubtsList profile={profile} /> : null}
      <Sheet>
        <Row href={pageUrl('ownFile')} title="个人档案" detail="全部内容在一页上查看" />
      </Sheet>
      <History profile={profile} />
      {can.submit ? <Submitting onMissing={setMissing} /> : null}
      {can.withdraw ? <Withdrawing /> : null}
    </>
  );
}

function History({ profile: { timeline } }: { profile: OwnProfile }) {
  if (timeline.length === 0) return null;
  return (
    <Sheet title="办理经过">
      <Facts
        rows={timeline.map(({ event, at, by, note }) => [
          shownTime(at),
          [PROFILE_EVENTS[event], by, note].filter(Boolean).join('　'),
        ])}
      />
    </Sheet>
  );
}

function Submitting({ onMissing }: { onMissing: (missing: { title: string; faults: FieldFaults } | null) => void }) {
  const key = useRef(newIdempotencyKey());
  const [isBusy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    onMissing(null);
    try {
      await submitProfile(key.current);
      showToast('已提交审核');
      showTop();
    } catch (thrown) {
      const isMissing = thrown instanceof ApiError && Object.keys(thrown.fields).length > 0;
      if (isMissing) onMissing({ title: thrown.message, faults: thrown.fields });
      else showToast(faultText(thrown));
      showTop();
    } finally {
      setBusy(false);
    }
  };
  return (
    <ActionBar>
      <Button onTap={() => void submit()} busyLabel={isBusy && '正在提交…'}>
        正式提交审核
      </Button>
    </ActionBar>
  );
}

function Withdrawing() {
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const withdraw = async () => {
    setBusy(true);
    setFault('');
    try {
      await withdrawProfile();
      setAsking(false);
      showToast('已撤回，可以修改后重新提交');
    } catch (thrown) {
      setFault(faultText(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <ActionBar>
        <Button kind="secondary" onTap={() => setAsking(true)}>
          撤回信息补全申请
        </Button>
      </ActionBar>
      <Confirm
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title="撤回申请"
        question="撤回后内容保持原样，可以修改后重新提交；重新提交的按新的提交时间排队。"
        act="撤回"
        onAct={() => void withdraw()}
        busyLabel={isBusy && '正在撤回…'}
        error={fault}
      />
    </>
  );
}
