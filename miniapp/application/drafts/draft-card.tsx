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
import { useBulkDraft, useDraft, type DraftName } from '../draft.ts';
import { keptDraft, OLD_AFTER, type KeptDraft } from './kept-draft.ts';
import { useTypes } from '../use-types.ts';
import styles from './draft-card.module.css';

const FORMS = {
  draft: { title: '未提交的申请', page: 'apply', useStore: useDraft },
  'bulk-draft': { title: '未提交的批量申请', page: 'bulk', useStore: useBulkDraft },
} as const;

/** On the home page: what was begun and not submitted, how old it is, and both ways on from it. */
export function DraftCard({ accountId, form }: { accountId: number; form: DraftName }) {
  const [kept, setKept] = useState(() => keptDraft(accountId, form));
  useDidShow(() => setKept(keptDraft(accountId, form)));
  return kept ? <Card kept={kept} accountId={accountId} form={form} /> : null;
}

function Card({ kept: { type, savedAt }, accountId, form }: { kept: KeptDraft; accountId: number; form: DraftName }) {
  const { title, page, useStore } = FORMS[form];
  const types = useTypes();
  const { open, discard } = useStore();
  const [isAsking, setAsking] = useState(false);
  const isOld = Date.now() - savedAt > OLD_AFTER;
  return (
    <Sheet title={title}>
      <Box>{types.data?.find(({ code }) => code === type)?.label ?? '申请尚未填完'}</Box>
      {savedAt > 0 ? <Box className={styles.kept}>保存于 {shownTime(toIso(savedAt))}，只在本设备上</Box> : null}
      {isOld ? <Box className={styles.old}>这份草稿已经搁置一周以上，登记信息可能有变化，继续前请核对。</Box> : null}
      <Box className={styles.ways}>
        <Button kind="secondary" onTap={() => goTo(pageUrl(page))}>
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
          goTo(pageUrl(page));
        }}
      />
    </Sheet>
  );
}
