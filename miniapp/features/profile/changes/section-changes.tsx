import { useState } from 'react';
import type { OwnArchive } from '../../../../bff/contract/profile-changes/endpoints.ts';
import { profileSection, type SectionKey } from '../../../../bff/contract/profile/profile.ts';
import { pageUrl } from '../../../addresses.ts';
import { faultText } from '../../../api/api-error.ts';
import { showToast } from '../../../platform/page/show-toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Box, Link } from '../../../ui/elements.tsx';
import { StateTag } from '../../../ui/marks/state-tag.tsx';
import { Confirm } from '../../../ui/sheets/modal.tsx';
import { Notice } from '../../../ui/sheets/sheet.tsx';
import { shownTime } from '../../../ui/times.ts';
import { ChangeDifference } from './change-difference.tsx';
import { rejectedOf, waitingOf, withdrawChange, type OwnChange } from './use-archive.ts';
import styles from '../profile.module.css';

/** 我要变更 of a section, grey with a reason where it cannot be changed now. */
export function ChangeLink({ archive, section }: { archive: OwnArchive; section: SectionKey }) {
  const waiting = waitingOf(archive, section);
  const label = `${waiting ? '修改变更申请' : '我要变更'}：${profileSection(section).label}`;
  // 基本信息 has what changes at once, whoever looks at the rest of it.
  const isRead = waiting !== undefined && !waiting.can.amend && section !== 'basic';
  if (archive.bar !== '' || isRead) return <Box className={styles.barred}>{isRead ? '审核中' : '暂不能变更'}</Box>;
  return (
    <Link href={pageUrl('profileChange', { section })} label={label} className={styles.link}>
      {waiting?.can.amend ? '修改变更申请' : '我要变更'}
    </Link>
  );
}

/** What waits of a section, or why the last change of it was rejected. */
export function SectionChanges({ archive, section }: { archive: OwnArchive; section: SectionKey }) {
  const waiting = waitingOf(archive, section);
  if (waiting) return <Waiting change={waiting} />;
  const rejected = rejectedOf(archive, section);
  if (!rejected) return null;
  return (
    <Notice tone="bad">
      <Box as="strong">变更没有通过{rejected.decidedAt ? `（${shownTime(rejected.decidedAt)}）` : ''}</Box>
      <Box>审核意见：{rejected.opinion}</Box>
      <ChangeDifference change={rejected} />
    </Notice>
  );
}

function Waiting({ change }: { change: OwnChange }) {
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const { label } = profileSection(change.section);
  const withdraw = async () => {
    setBusy(true);
    setFault('');
    try {
      await withdrawChange(change.id);
      setAsking(false);
      showToast('已撤回');
    } catch (thrown) {
      setFault(faultText(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Notice tone="warn">
      <StateTag tone="waiting">变更待审核</StateTag>
      <Box>
        {shownTime(change.createdAt)}提交{change.can.amend ? '' : '，审核人员已打开，不能再修改'}
      </Box>
      <ChangeDifference change={change} />
      {change.can.withdraw ? (
        <Button kind="text" label={`撤回变更：${label}`} onTap={() => setAsking(true)}>
          撤回变更
        </Button>
      ) : null}
      <Confirm
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title="撤回变更"
        question={`撤回“${label}”的变更？现有内容不变，可以重新申请。`}
        act="撤回"
        onAct={() => void withdraw()}
        busyLabel={isBusy && '正在撤回…'}
        error={fault}
      />
    </Notice>
  );
}
