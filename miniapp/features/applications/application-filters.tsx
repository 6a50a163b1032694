import { useState } from 'react';
import {
  APPLICATION_STATES,
  CERTIFICATE_STANDINGS,
  type ApplicationState,
  type CertificateStanding,
} from '../../../bff/contract/certificates/enums.ts';
import { OUTCOMES, type Outcome } from '../../../bff/contract/review/enums.ts';
import { useWide } from '../../platform/page/screen.ts';
import { classes } from '../../ui/classes.ts';
import { Button } from '../../ui/button.tsx';
import { Box, DateInput, Form, SelectInput } from '../../ui/elements.tsx';
import { Modal, ModalBody } from '../../ui/sheets/modal.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';
import { today } from '../../ui/times.ts';
import { countFilters, NO_FILTERS, type ApplicationFilters } from './use-application-filters.ts';
import { useTypes } from '../../application/use-types.ts';
import { SearchInput } from './application-search.tsx';
import styles from './application-filters.module.css';

interface Props {
  filters: ApplicationFilters;
  onChange: (filters: ApplicationFilters) => void;
}

/** 关键词 on a PC, 证明类型, 申请时间, 申请状态, 审核结果, 证明状态: on a PC above the table, on a phone behind 筛选. */
export function ApplicationFiltersBar({ filters, onChange }: Props) {
  const isWide = useWide();
  const [isOpen, setOpen] = useState(false);
  // The search has a field of its own beside the button.
  const count = countFilters({ ...filters, search: '' });
  const apply = (next: ApplicationFilters) => {
    setOpen(false);
    onChange(next);
  };
  if (isWide)
    return (
      <Sheet>
        <FilterForm key={JSON.stringify(filters)} filters={filters} onChange={apply} />
      </Sheet>
    );
  return (
    <>
      <Button kind="secondary" className={styles.open} onTap={() => setOpen(true)}>
        {count ? `筛选（${count}项）` : '筛选'}
      </Button>
      <Modal isOpen={isOpen} onClose={() => setOpen(false)} title="筛选">
        <ModalBody>
          <FilterForm filters={filters} onChange={apply} />
        </ModalBody>
      </Modal>
    </>
  );
}

function FilterForm({ filters, onChange }: Props) {
  const [draft, setDraft] = useState(filters);
  const types = useTypes();
  const set = (patch: Partial<ApplicationFilters>) => setDraft({ ...draft, ...patch });
  const typeOptions = [
    { value: '', label: '全部类型' },
    ...(types.data ?? []).map((type) => ({ value: type.code, label: type.label })),
  ];
  const outcomeOptions = [
    { value: '', label: '全部结果' },
    ...Object.entries(OUTCOMES).map(([value, label]) => ({ value, label })),
  ];
  const stateOptions = [
    { value: '', label: '全部状态' },
    ...Object.entries(APPLICATION_STATES).map(([value, label]) => ({ value, label })),
  ];
  const standingOptions = [
    { value: '', label: '全部' },
    ...Object.entries(CERTIFICATE_STANDINGS).map(([value, label]) => ({ value, label })),
  ];
  const isWide = useWide();
  return (
    <Form className={styles.form} label="筛选申请" onSubmit={() => onChange(draft)}>
      {isWide ? (
        <Box className={classes(styles.item, styles.search)}>
          <Box as="label" htmlFor="filter-search" className={styles.label}>
            关键词
          </Box>
          <SearchInput id="filter-search" value={draft.search} onChange={(search) => set({ search })} />
        </Box>
      ) : null}
      <Box className={styles.item}>
        <Box as="label" htmlFor="filter-type" className={styles.label}>
          证明类型
        </Box>
        <SelectInput
          id="filter-type"
          name="证明类型"
          value={draft.type}
          options={typeOptions}
          onChange={(type) => set({ type })}
        />
      </Box>
      <Box className={classes(styles.item, styles.period)} role="group" label="申请时间">
        <Box as="span" className={styles.label}>
          申请时间
        </Box>
        <Box className={styles.range}>
          <Box as="label" htmlFor="filter-from" className={styles.heard}>
            开始日期
          </Box>
          <DateInput
            id="filter-from"
            name="开始日期"
            value={draft.from}
            max={draft.to || today()}
            onChange={(from) => set({ from })}
          />
          <Box as="span">至</Box>
          <Box as="label" htmlFor="filter-to" className={styles.heard}>
            结束日期
          </Box>
          <DateInput
            id="filter-to"
            name="结束日期"
            value={draft.to}
            max={today()}
            {...(draft.from ? { min: draft.from } : {})}
            onChange={(to) => set({ to })}
          />
        </Box>
      </Box>
      <Box className={styles.item}>
        <Box as="label" htmlFor="filter-state" className={styles.label}>
          申请状态
        </Box>
        <SelectInput
          id="filter-state"
          name="申请状态"
          value={draft.state}
          options={stateOptions}
          onChange={(state) => set({ state: state as ApplicationState | '' })}
        />
      </Box>
      <Box className={styles.item}>
        <Box as="label" htmlFor="filter-outcome" className={styles.label}>
          审核结果
        </Box>
        <SelectInput
          id="filter-outcome"
          name="审核结果"
          value={draft.outcome}
          options={outcomeOptions}
          onChange={(outcome) => set({ outcome: outcome as Outcome | '' })}
        />
      </Box>
      <Box className={styles.item}>
        <Box as="label" htmlFor="filter-standing" className={styles.label}>
          证明状态
        </Box>
        <SelectInput
          id="filter-standing"
          name="证明状态"
          value={draft.standing}
          options={standingOptions}
          onChange={(standing) => set({ standing: standing as CertificateStanding | '' })}
        />
      </Box>
      <Box className={styles.acts}>
        <Button submit>查询</Button>
        <Button
          kind="secondary"
          onTap={() => {
            const none = { ...NO_FILTERS, order: filters.order };
            setDraft(none);
            onChange(none);
          }}
        >
          重置
        </Button>
      </Box>
    </Form>
  );
}
