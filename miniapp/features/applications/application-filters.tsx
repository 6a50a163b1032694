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
      <Choice
        of="type"
        label="证明类型"
        value={draft.type}
        none="全部类型"
        choices={(types.data ?? []).map((type) => [type.code, type.label])}
        onChange={(type) => set({ type })}
      />
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
      <Choice
        of="state"
        label="申请状态"
        value={draft.state}
        none="全部状态"
        choices={Object.entries(APPLICATION_STATES)}
        onChange={(state) => set({ state: state as ApplicationState | '' })}
      />
      <Choice
        of="outcome"
        label="审核结果"
        value={draft.outcome}
        none="全部结果"
        choices={Object.entries(OUTCOMES)}
        onChange={(outcome) => set({ outcome: outcome as Outcome | '' })}
      />
      <Choice
        of="standing"
        label="证明状态"
        value={draft.standing}
        none="全部"
        choices={Object.entries(CERTIFICATE_STANDINGS)}
        onChange={(standing) => set({ standing: standing as CertificateStanding | '' })}
      />
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

interface ChoiceProps {
  /** The name of the filters: it makes the id of the field. */
  of: string;
  label: string;
  value: string;
  /** What no choice means. */
  none: string;
  choices: (readonly [value: string, label: string])[];
  onChange: (value: string) => void;
}

function Choice({ of, label, value, none, choices, onChange }: ChoiceProps) {
  const id = `filter-${of}`;
  return (
    <Box className={styles.item}>
      <Box as="label" htmlFor={id} className={styles.label}>
        {label}
      </Box>
      <SelectInput
        id={id}
        name={label}
        value={value}
        options={[{ value: '', label: none }, ...choices.map(([value, label]) => ({ value, label }))]}
        onChange={onChange}
      />
    </Box>
  );
}
