import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { pageUrl } from '../../addresses.ts';
import { goTo } from '../../platform/page/navigate.ts';
import { toIso } from '../../../bff/contract/dates.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';
import { shownTime } from '../../ui/times.ts';
import { DiscardDraft } from './discard-draft.tsx';
import { useDraft } from '../draft.ts';
import { keptDraft, OLD_AFTER, type KeptDraft } from './kept-draft.ts';
import { useTypes } from '../use-types.ts';
import styles from './draft-card.module.css';

/** On the home page: the application that was begun and not submitted, how old it is, and both ways on from it. */
export function DraftCard({ accountId }: { accountId: number }) {
  const [kept, setKept] = useState(() => keptDraft(accountId));
  useDidShow(() => setKept(keptDraft(accountId)));
  return kept ? <Card kept={kept} accountId={accountId} /> : null;
}

function Card({ kept: { type, savedAt }, accountId }: { kept: KeptDraft; accountId: number }) {
  const types = useTypes();
  const { open, discard } = useDraft();
  const [isAsking, setAsking] = useState(false);
  const isOld = Date.now() - savedAt > OLD_AFTER;
  return (
    <Sheet title="未提交的申请">
      <Box>{types.data?.find(({ code }) => code === type)?.label ?? '申请尚未填完'}</Box>
      {savedAt > 0 ? <Box className={styles.kept}>保存于 {shownTime(toIso(savedAt))}，只在本设备上</Box> : null}
      {isOld ? <Box className={styles.old}>这份草稿已经搁置一周以上，登记信息可能有变化，继续前请核对。</Box> : null}
      <Box className={styles.ways}>
        <Button kind="secondary" onTap={() => goTo(pageUrl('apply'))}>
          继续填写
        </Button>
        <Button kind="text" onTap={() => setAsking(true)}>
          重新开始
        </Button>
      </Box>
      <DiscardDraft
        isOpen={isAsking}
        act="清除并重新开始"
        onClose={() => setAsking(false)}
        onDiscard={() => {
          setAsking(false);
          open(accountId);
          discard();
          goTo(pageUrl('apply'));
        }}
      />
    </Sheet>
  );
}
