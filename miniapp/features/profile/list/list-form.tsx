import { useState, type ReactNode } from 'react';
import { sortedRows, type Row } from '../../../../bff/contract/form-reading/fields.ts';
import { rowTitle, valueWords } from '../../../../bff/contract/form-reading/words.ts';
import type { SensitiveSection } from '../../../../bff/contract/profile/consents.ts';
import type { ProfileSection } from '../../../../bff/contract/profile/language.ts';
import { faultText } from '../../../api/api-error.ts';
import { showToast } from '../../../platform/page/show-toast.ts';
import { showTop } from '../../../platform/page/show-field.ts';
import { ActionBar } from '../../../shell/page.tsx';
import { Button } from '../../../ui/button.tsx';
import { Box, Tap } from '../../../ui/elements.tsx';
import { CheckMark } from '../../../ui/marks/check-mark.tsx';
import { StateTag } from '../../../ui/marks/state-tag.tsx';
import { Empty } from '../../../ui/sheets/blank.tsx';
import { Confirm } from '../../../ui/sheets/modal.tsx';
import { Notice, Sheet } from '../../../ui/sheets/sheet.tsx';
import { ConsentPanel } from '../consents/consent-panel.tsx';
import { useConsent } from '../consents/use-consent.ts';
import type { RowsFormProps } from '../section-editor.tsx';
import { fetchOwnProfile } from '../use-profile.ts';
import { RowForm, type RowWords } from './row-form.tsx';
import styles from '../profile.module.css';

/** The row that is written in, and what it was when it was opened; null: it is new. */
interface Opened {
  id: string;
  before: Row | null;
}

/** What a form of rows says and does besides, where they are handed in and not saved as they are typed. */
interface HandingIn {
  /** Hands them in. */
  act?: ReactNode;
  /** What the button of one row says, and what is said once it is done. */
  words?: RowWords;
  /** What is missing is said: it was tried. */
  isTried?: boolean;
}

/** A section of rows: 添加, 修改, 删除, 刷新, 本人无此项. */
export function ListForm(props: RowsFormProps & HandingIn) {
  const { section, reply, editing, at, act } = props;
  const { autosave, typed } = editing;
  const [opened, setOpened] = useState<Opened | null>(() => {
    const row = typed.rows.find(({ id }) => id === at.split('.')[0]);
    return row ? { id: row.id, before: row } : null;
  });
  const [removing, setRemoving] = useState<Row | null>(null);
  // What was taken out last, to be put back where it stood until the page is left.
  const [removed, setRemoved] = useState<{ row: Row; at: number } | null>(null);
  const consent = useConsent(reply.key);
  // Of relatives all is sensitive: nothing is begun before it is agreed to.
  const isClosed = section.privacy === 'P3' && consent !== null && consent !== 'agreed';
  const row = opened && typed.rows.find(({ id }) => id === opened.id);
  const keep = (rows: readonly Row[]) => autosave.type({ rows, saidNone: false });
  const open = (next: Opened | null) => {
    setOpened(next);
    showTop();
  };
  const add = (variant?: string) => {
    const id = newRowId();
    keep([...typed.rows, { id, ...(variant ? { variant } : {}), values: {} }]);
    open({ id, before: null });
  };
  const remove = async (row: Row) => {
    setRemoving(null);
    setRemoved({ row, at: typed.rows.findIndex(({ id }) => id === row.id) });
    keep(typed.rows.filter(({ id }) => id !== row.id));
    await autosave.settle();
  };
  const putBack = async ({ row: back, at: place }: { row: Row; at: number }) => {
    setRemoved(null);
    keep([...typed.rows.slice(0, place), back, ...typed.rows.slice(place)]);
    await autosave.settle();
  };
  if (opened && row) {
    return (
      <RowForm
        {...props}
        row={row}
        isNew={opened.before === null}
        onChange={(next) => keep(typed.rows.map((one) => (one.id === next.id ? next : one)))}
        onDone={() => open(null)}
        onCancel={() => {
          const others = typed.rows.filter(({ id }) => id !== opened.id);
          const { before } = opened;
          keep(before ? typed.rows.map((one) => (one.id === before.id ? before : one)) : others);
          void autosave.settle();
          open(null);
        }}
      />
    );
  }
  return (
    <>
      {section.intro ? <Notice>{section.intro}</Notice> : null}
      {removed ? (
        <Notice>
          {`已删除“${rowTitle(section, removed.row) || '未填写完的一条'}”，离开本页前可以撤销。`}
          <Button kind="text" onTap={() => void putBack(removed)}>
            撤销删除
          </Button>
        </Notice>
      ) : null}
      <Sheet
        title={section.label}
        beside={act ? null : <Refresh onDone={(fresh) => autosave.adopt(fresh)} section={section} />}
      >
        {typed.rows.length === 0 ? (
          <Empty>{typed.saidNone ? `已说明：${section.noneLabel ?? ''}` : `还没有添加${section.label}。`}</Empty>
        ) : (
          sortedRows(section, typed.rows).map((one) => (
            <RowCard
              key={one.id}
              section={section}
              row={one}
              faults={faultsOf(one, props)}
              onEdit={() => open({ id: one.id, before: one })}
              onRemove={() => setRemoving(one)}
            />
          ))
        )}
        {section.noneLabel && typed.rows.length === 0 ? (
          <Tap
            role="checkbox"
            checked={typed.saidNone}
            onTap={() => {
              autosave.type({ rows: [], saidNone: !typed.saidNone });
              void autosave.settle();
            }}
            className={styles.tick}
          >
            <CheckMark checked={typed.saidNone} />
            {section.noneLabel}
          </Tap>
        ) : null}
      </Sheet>
      {reply.faults['_'] && typed.rows.length > 0 ? <Notice tone="bad">{reply.faults['_']}</Notice> : null}
      {reply.doubts['_'] ? <Notice tone="warn">审核时会核对：{reply.doubts['_']}</Notice> : null}
      {isClosed ? (
        <Sheet>
          <ConsentPanel section={reply.key as SensitiveSection} state={consent} />
        </Sheet>
      ) : null}
      {act && !isClosed ? (
        <Box className={styles.adding}>
          <AddButtons section={section} isFull={typed.rows.length >= section.maxRows} onAdd={add} kind="secondary" />
        </Box>
      ) : null}
      <ActionBar>
        {act ??
          (isClosed ? null : (
            <AddButtons section={section} isFull={typed.rows.length >= section.maxRows} onAdd={add} />
          ))}
      </ActionBar>
      <Confirm
        isOpen={removing !== null}
        onClose={() => setRemoving(null)}
        title="删除"
        question={`删除“${(removing && rowTitle(section, removing)) || '未填写完的一条'}”？离开本页前可以撤销。`}
        act="删除"
        onAct={() => removing && void remove(removing)}
      />
    </>
  );
}

/** A row begun by nobody else: unique within its section. */
const newRowId = (): string => `r${Date.now().toString(36)}${Math.floor(Math.random() * 2 ** 30).toString(36)}`;

const faultsOf = ({ id }: Row, { reply }: RowsFormProps): number =>
  Object.keys(reply.faults).filter((at) => at.startsWith(`${id}.`)).length;

function AddButtons({
  section,
  isFull,
  onAdd,
  kind = 'primary',
}: {
  section: ProfileSection;
  isFull: boolean;
  onAdd: (variant?: string) => void;
  kind?: 'primary' | 'secondary';
}) {
  if (isFull) return <Box className={styles.full}>{`本项最多填写${section.maxRows}条`}</Box>;
  if (!section.variants)
    return (
      <Button kind={kind} onTap={() => onAdd()}>
        添加
      </Button>
    );
  return Object.entries(section.variants).map(([key, { label }], index) => (
    <Button key={key} kind={index === 0 ? kind : 'secondary'} onTap={() => onAdd(key)}>{`添加${label}`}</Button>
  ));
}

/** Asks the server what it has. */
function Refresh({ section, onDone }: { section: ProfileSection; onDone: (fresh: RowsFormProps['reply']) => void }) {
  const [isBusy, setBusy] = useState(false);
  const refresh = async () => {
    setBusy(true);
    try {
      const { sections } = await fetchOwnProfile();
      const fresh = sections.find(({ key }) => key === section.key);
      if (fresh) onDone(fresh);
      showToast('已刷新');
    } catch (fault) {
      showToast(faultText(fault));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button kind="text" onTap={() => void refresh()} busyLabel={isBusy && '正在刷新…'}>
      刷新
    </Button>
  );
}

function RowCard({
  section,
  row,
  faults,
  onEdit,
  onRemove,
}: {
  section: ProfileSection;
  row: Row;
  faults: number;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const title = rowTitle(section, row) || '未填写完的一条';
  const days = section.fields.filter(({ kind }) => kind === 'date' || kind === 'month' || kind === 'year');
  const span = days.map((field) => valueWords(field, row.values[field.key])).filter(Boolean);
  return (
    <Box className={styles.card}>
      <Box className={styles.cardText}>
        <Box className={styles.cardTitle}>{title}</Box>
        {span.length > 0 ? <Box className={styles.cardDetail}>{span.slice(0, 2).join(' 至 ')}</Box> : null}
        {faults > 0 ? <StateTag tone="due">{`有${faults}处需要填写或修改`}</StateTag> : null}
      </Box>
      <Button kind="text" label={`修改${title}`} onTap={onEdit}>
        修改
      </Button>
      <Button kind="text" label={`删除${title}`} onTap={onRemove}>
        删除
      </Button>
    </Box>
  );
}
