import { useMemo, useState } from 'react';
import type { OwnLawyer } from '../../bff/contract/registry/endpoints.ts';
import { groupDigits } from '../../bff/contract/text.ts';
import { Empty, Failure, Skeleton } from '../ui/sheets/blank.tsx';
import { Button } from '../ui/button.tsx';
import { CheckMark } from '../ui/marks/check-mark.tsx';
import { Box, Input, Tap } from '../ui/elements.tsx';
import { Segmented } from '../ui/fields/segmented.tsx';
import { Modal } from '../ui/sheets/modal.tsx';
import { VirtualList } from '../ui/lists/virtual-list.tsx';
import { useLargeText } from '../shell/use-large-text.ts';
import type { ChosenLawyer } from './draft.ts';
import { findLawyers, useOwnLawyers } from './use-own-lawyers.ts';
import { PasteNames } from './lawyers/paste-names.tsx';
import styles from './lawyer-picker.module.css';

const ROW_HEIGHT = 60;
const ROW_HEIGHT_LARGE = 74;

/** 选择律师: the firm's own lawyers, by name or licence number, one by one or all; nothing counts until 保存. */
export function LawyerPicker({
  accountId,
  chosen,
  onSave,
  onClose,
}: {
  accountId: number;
  chosen: readonly ChosenLawyer[];
  onSave: (lawyers: ChosenLawyer[]) => void;
  onClose: () => void;
}) {
  const isLarge = useLargeText((state) => state.isLarge);
  const lawyers = useOwnLawyers(accountId);
  const [typed, setTyped] = useState('');
  const [view, setView] = useState<View>('all');
  const [ids, setIds] = useState<ReadonlySet<number>>(() => new Set(chosen.map((lawyer) => lawyer.id)));
  const all = useMemo(() => findLawyers(lawyers.data ?? [], typed), [lawyers.data, typed]);
  // Whom this view began with: a lawyer who is taken out stays in sight, to be put back.
  const [shownChosen, setShownChosen] = useState<ReadonlySet<number>>(ids);
  const found = view === 'chosen' ? all.filter(({ id }) => shownChosen.has(id) || ids.has(id)) : all;
  const isAll = found.length > 0 && found.every((lawyer) => ids.has(lawyer.id));

  const toggle = (id: number) => setIds(withToggled(ids, id));
  const toggleAll = () => {
    const next = new Set(ids);
    for (const lawyer of found) {
      if (isAll) next.delete(lawyer.id);
      else next.add(lawyer.id);
    }
    setIds(next);
  };
  const save = () =>
    onSave(
      (lawyers.data ?? [])
        .filter((lawyer) => ids.has(lawyer.id))
        .map(({ id, name, licenceNo }) => ({ id, name, licenceNo })),
    );

  return (
    <Modal
      isOpen
      wide
      onClose={onClose}
      title="选择律师"
      footer={
        <>
          <Button kind="secondary" onTap={onClose}>
            取消
          </Button>
          <Button onTap={save} disabled={!lawyers.data}>
            保存
          </Button>
        </>
      }
    >
      <Box className={styles.search}>
        <Segmented
          id="lawyer-view"
          label="显示"
          compact
          value={view}
          options={[
            { value: 'all', label: '全部' },
            { value: 'chosen', label: `已选 ${ids.size}` },
            { value: 'paste', label: '粘贴名单' },
          ]}
          onChange={(next) => {
            setView(next as View);
            setShownChosen(ids);
          }}
        />
      </Box>
      {view === 'paste' ? (
        <PasteNames
          lawyers={lawyers.data ?? []}
          onFound={(pasted) => setIds(new Set([...ids, ...pasted.map(({ id }) => id)]))}
        />
      ) : (
        list()
      )}
    </Modal>
  );

  function list() {
    return (
      <>
        <Box className={styles.search}>
          <Input
            id="lawyer-search"
            name="查找律师"
            kind="search"
            value={typed}
            onChange={setTyped}
            placeholder="姓名、拼音或执业证号"
          />
        </Box>
        <Box className={styles.bar}>
          <Tap role="checkbox" checked={isAll} onTap={toggleAll} disabled={found.length === 0} className={styles.all}>
            <CheckMark checked={isAll} />
            <Box as="span">{typed ? `全选查到的 ${found.length} 名` : '全选'}</Box>
          </Tap>
          <Box as="span" className={styles.count} live="polite">
            已选择 {ids.size} 名
          </Box>
        </Box>
        {lawyers.isError ? (
          <Failure fault={lawyers.error} onRetry={() => void lawyers.refetch()} />
        ) : !lawyers.data ? (
          <Box className={styles.search}>
            <Skeleton lines={6} />
          </Box>
        ) : found.length === 0 ? (
          <Empty>{emptyWords(view, typed)}</Empty>
        ) : (
          <VirtualList
            count={found.length}
            rowHeight={isLarge ? ROW_HEIGHT_LARGE : ROW_HEIGHT}
            rowKey={(index) => found[index]?.id ?? index}
            label="本所律师"
          >
            {(index) => {
              const lawyer = found[index];
              return lawyer ? (
                <LawyerRow lawyer={lawyer} isChosen={ids.has(lawyer.id)} onToggle={() => toggle(lawyer.id)} />
              ) : null;
            }}
          </VirtualList>
        )}
      </>
    );
  }
}

type View = 'all' | 'chosen' | 'paste';

function emptyWords(view: View, typed: string): string {
  if (typed) return '没有查到该律师，请核对姓名、拼音或执业证号。';
  return view === 'chosen' ? '还没有选择律师。' : '登记信息中没有本所律师。';
}

function LawyerRow({ lawyer, isChosen, onToggle }: { lawyer: OwnLawyer; isChosen: boolean; onToggle: () => void }) {
  return (
    <Tap role="checkbox" checked={isChosen} onTap={onToggle} className={styles.row}>
      <CheckMark checked={isChosen} />
      <Box as="span" className={styles.name}>
        {lawyer.name}
      </Box>
      <Box as="span" className={styles.number}>
        {groupDigits(lawyer.licenceNo)}
      </Box>
    </Tap>
  );
}

function withToggled(ids: ReadonlySet<number>, id: number): ReadonlySet<number> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
