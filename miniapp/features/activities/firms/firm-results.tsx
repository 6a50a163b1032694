import type { ActivityPage } from '../../../../bff/contract/activities/replies.ts';
import type { LawyersSignedUp } from '../../../../bff/contract/firm-sign-up/replies.ts';
import { pageUrl } from '../../../addresses.ts';
import { replaceWith } from '../../../platform/page/navigate.ts';
import { ActionBar } from '../../../shell/page.tsx';
import { Button } from '../../../ui/button.tsx';
import { Box } from '../../../ui/elements.tsx';
import { Notice, Sheet } from '../../../ui/sheets/sheet.tsx';
import { RegistrationTag } from '../activity-tag.tsx';
import styles from './firm-sign-up.module.css';

/** What came of each line; those who were not signed up first, with why. */
export function FirmResults({
  activity,
  results,
  onMore,
}: {
  activity: ActivityPage;
  results: LawyersSignedUp;
  onMore: () => void;
}) {
  const done = results.lines.filter(({ state }) => state !== null);
  const left = results.lines.filter(({ state }) => state === null);
  return (
    <>
      <Notice tone={left.length === 0 ? 'good' : 'warn'}>
        {left.length === 0 ? `${done.length}人均已提交。` : `${done.length}人已提交，${left.length}人没有报名。`}
        结果已通知律师本人。
      </Notice>
      <Sheet title={activity.title}>
        <Box>
          {[...left, ...done].map(({ lawyerId, name, state, reason }) => (
            <Box key={lawyerId} className={styles.lawyer}>
              <Box className={styles.who}>
                <Box>{name || '未找到的律师'}</Box>
                {reason ? <Box className={styles.detail}>{reason}</Box> : null}
              </Box>
              {state ? <RegistrationTag state={state} /> : null}
            </Box>
          ))}
        </Box>
      </Sheet>
      <ActionBar>
        <Button onTap={onMore}>继续为律师报名</Button>
        <Button kind="secondary" onTap={() => replaceWith(pageUrl('activity', { id: activity.id }))}>
          返回活动
        </Button>
      </ActionBar>
    </>
  );
}
