import { useState } from 'react';
import { toIso } from '../../../bff/contract/dates.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { shownTime } from '../../ui/times.ts';
import { DiscardDraft } from './discard-draft.tsx';
import type { useDraft } from '../draft.ts';
import styles from './draft-line.module.css';

/** Above the form: that the draft is kept, since when, and the way to throw it away, which asks first. */
export function DraftLine({ useStore }: { useStore: typeof useDraft }) {
  const { draft, discard } = useStore();
  const [isAsking, setAsking] = useState(false);
  if (!draft.type) return null;
  return (
    <Box className={styles.line}>
      <Box as="span" className={styles.kept}>
        {draft.savedAt > 0 ? `草稿保存于 ${shownTime(toIso(draft.savedAt))}` : '草稿已保存'}
      </Box>
      <Button kind="text" onTap={() => setAsking(true)}>
        取消本次申请
      </Button>
      <DiscardDraft
        isOpen={isAsking}
        act="清除草稿"
        onClose={() => setAsking(false)}
        onDiscard={() => {
          setAsking(false);
          discard();
        }}
      />
    </Box>
  );
}
