import { useState } from 'react';
import type { ActivityPage } from '../../../../bff/contract/activities/replies.ts';
import type { FirmCandidate, LawyersSignedUp } from '../../../../bff/contract/firm-sign-up/replies.ts';
import { MAX_SIGNED_UP } from '../../../../bff/contract/firm-sign-up/limits.ts';
import { groupDigits, toYuan } from '../../../../bff/contract/text.ts';
import { pageUrl } from '../../../addresses.ts';
import { useSending } from '../../../application/use-sending.ts';
import { replaceWith } from '../../../platform/page/navigate.ts';
import { ActionBar } from '../../../shell/page.tsx';
import { Button } from '../../../ui/button.tsx';
import { Box, Form, SelectInput, Tap } from '../../../ui/elements.tsx';
import { Field } from '../../../ui/fields/field.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { LoadMore } from '../../../ui/lists/load-more.tsx';
import { CheckMark } from '../../../ui/marks/check-mark.tsx';
import { Empty, Failure, Skeleton } from '../../../ui/sheets/blank.tsx';
import { Facts, Notice, Sheet } from '../../../ui/sheets/sheet.tsx';
import { RegistrationTag } from '../activity-tag.tsx';
import { FirmResults } from './firm-results.tsx';
import { shownSpan, shownWeekday } from '../shown-weekday.ts';
import { signUpLawyers, useCandidates } from './use-firm-sign-up.ts';
import styles from './firm-sign-up.module.css';

/** 为本所律师报名: whom of its lawyers the firm signs up, why not the others, and what came of each. */
export function FirmSignUp({ activity }: { activity: ActivityPage }) {
  const { id, title, beginsAt, endsAt, place, closesAt, groups, perFirmMax, phase } = activity;
  const [results, setResults] = useState<LawyersSignedUp | null>(null);
  const [groupId, setGroupId] = useState(groups.length === 1 ? String(groups[0]?.id) : '');
  const [waits, setWaits] = useState(true);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const { fault, faults, isBusy, mended, send } = useSending(['groupId', 'lawyerIds']);
  if (results) return <FirmResults activity={activity} results={results} onMore={() => setResults(null)} />;
  if (phase !== 'open') {
    return (
      <>
        <Notice tone="warn">{activity.can.signUp.until === null ? activity.can.signUp.reason : ''}</Notice>
        <ActionBar>
          <Button onTap={() => replaceWith(pageUrl('activity', { id }))}>返回活动</Button>
        </ActionBar>
      </>
    );
  }
  const group = groups.find((one) => String(one.id) === groupId);
  const mayWait = activity.admission === 'order' && activity.waiting !== 'none';
  const submit = () =>
    send(async ({ idempotencyKey }) => {
      const body = { groupId: Number(groupId), lawyerIds: [...chosen], waits, idempotencyKey };
      setResults(await signUpLawyers(id, body));
      setChosen(new Set());
    });
  const choose = (lawyerId: number) => {
    const next = new Set(chosen);
    if (!next.delete(lawyerId)) next.add(lawyerId);
    setChosen(next);
    mended('lawyerIds');
  };
  return (
    <>
      <Sheet title={title}>
        <Facts
          rows={[
            ['活动时间', shownSpan(beginsAt, endsAt)],
            ['活动地点', place],
            ['报名截止', shownWeekday(closesAt)],
            ...(perFirmMax > 0 ? [['每所名额', `最多${perFirmMax}人`] satisfies [string, string]] : []),
          ]}
        />
      </Sheet>
      <Notice>{confirmWords(activity, group?.feeFen ?? 0)}</Notice>
      {groups.length > 1 || mayWait ? (
        <Sheet title="报名">
          {groups.length > 1 ? (
            <Field id="groupId" label="分组" required {...(faults['groupId'] ? { error: faults['groupId'] } : {})}>
              {(binding) => (
                <SelectInput
                  {...binding}
                  value={groupId}
                  onChange={(next) => {
                    setGroupId(next);
                    setChosen(new Set());
                    mended('groupId');
                  }}
                  options={[
                    { value: '', label: '请选择' },
                    ...groups.map((one) => ({
                      value: String(one.id),
                      label: `${one.name}（${one.left > 0 ? `余${one.left}` : '已满'}${one.feeFen > 0 ? `，${toYuan(one.feeFen)}元` : ''}）`,
                    })),
                  ]}
                />
              )}
            </Field>
          ) : null}
          {mayWait ? (
            <Tap role="checkbox" checked={waits} onTap={() => setWaits(!waits)} className={styles.lawyer}>
              <CheckMark checked={waits} />
              <Box as="span">名额已满时加入候补</Box>
            </Tap>
          ) : null}
        </Sheet>
      ) : null}
      <Candidates id={id} groupId={Number(groupId)} chosen={chosen} onChoose={choose} />
      {fault ? <Notice tone="bad">{faults['lawyerIds'] ?? fault}</Notice> : null}
      <ActionBar>
        <Button
          onTap={() => void submit()}
          disabled={chosen.size === 0 || chosen.size > MAX_SIGNED_UP}
          busyLabel={isBusy && '正在提交…'}
        >
          {buttonWords(chosen.size)}
        </Button>
      </ActionBar>
    </>
  );
}

function buttonWords(chosen: number): string {
  if (chosen === 0) return '请选择律师';
  return chosen > MAX_SIGNED_UP ? `一次最多${MAX_SIGNED_UP}人` : `为${chosen}名律师报名`;
}

/** Who decides, and when. */
function confirmWords({ admission, form }: ActivityPage, feeFen: number): string {
  const asks = form.some(({ isRequired }) => isRequired);
  if (feeFen > 0 || admission === 'review' || asks) {
    const why = feeFen > 0 ? '本活动收费' : admission === 'review' ? '本活动审核录取' : '报名表须由本人填写';
    return `${why}：提交后由律师本人在24小时内登录确认，逾期失效。`;
  }
  return '提交后即通知律师本人；不能参加的，本人可以在24小时内或取消截止前取消。';
}

function Candidates({
  id,
  groupId,
  chosen,
  onChoose,
}: {
  id: number;
  groupId: number;
  chosen: ReadonlySet<number>;
  onChoose: (lawyerId: number) => void;
}) {
  const [search, setSearch] = useState('');
  const [typed, setTyped] = useState('');
  const query = useCandidates(id, search);
  const lawyers = query.data?.pages.flatMap((page) => page.items);
  return (
    <Sheet title="本所律师">
      <Form onSubmit={() => setSearch(typed.trim())} label="在本所律师中查找">
        <TextField id="candidate" label="律师" value={typed} onChange={setTyped} placeholder="姓名或执业证号" />
        <Box className={styles.search}>
          <Button submit kind="secondary">
            查找
          </Button>
        </Box>
      </Form>
      {query.isError && !lawyers ? <Failure fault={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Skeleton lines={4} /> : null}
      {lawyers?.length === 0 ? <Empty>{search ? '本所没有这位律师' : '登记信息中没有本所律师'}</Empty> : null}
      <Box>
        {lawyers?.map((lawyer) => (
          <Candidate
            key={lawyer.id}
            lawyer={lawyer}
            why={[...lawyer.unmet, ...(lawyer.groups.find((group) => group.id === groupId)?.unmet ?? [])]}
            isChosen={chosen.has(lawyer.id)}
            onChoose={() => onChoose(lawyer.id)}
          />
        ))}
      </Box>
      <LoadMore query={query} />
    </Sheet>
  );
}

function Candidate({
  lawyer,
  why,
  isChosen,
  onChoose,
}: {
  lawyer: FirmCandidate;
  why: readonly string[];
  isChosen: boolean;
  onChoose: () => void;
}) {
  const { name, licenceNo, state } = lawyer;
  const words = (
    <Box as="span" className={styles.who}>
      <Box>{name}</Box>
      <Box className={styles.detail}>{groupDigits(licenceNo)}</Box>
      {why.map((sentence) => (
        <Box key={sentence} className={styles.detail}>
          {sentence}
        </Box>
      ))}
    </Box>
  );
  if (state !== null || why.length > 0) {
    return (
      <Box className={`${styles.lawyer ?? ''} ${styles.shut ?? ''}`}>
        {words}
        {state ? <RegistrationTag state={state} /> : null}
      </Box>
    );
  }
  return (
    <Tap role="checkbox" checked={isChosen} onTap={onChoose} className={styles.lawyer}>
      <CheckMark checked={isChosen} />
      {words}
    </Tap>
  );
}
