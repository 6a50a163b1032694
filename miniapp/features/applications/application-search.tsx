import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Box, Form, Input } from '../../ui/elements.tsx';
import styles from './application-search.module.css';

/** What an own application is found by. */
export function SearchInput({
  id,
  value,
  onChange,
  className,
}: {
  id: string;
  value: string;
  onChange: (value: string) => void;
  className?: string;
}) {
  return (
    <Input
      id={id}
      name="关键词"
      kind="search"
      value={value}
      onChange={onChange}
      placeholder="编号、律师或用途"
      autoComplete="off"
      className={className}
    />
  );
}

/** The search on a phone: a line above the list. */
export function ApplicationSearch({ value, onSearch }: { value: string; onSearch: (search: string) => void }) {
  const [typed, setTyped] = useState(value);
  return (
    <Form label="搜索申请" onSubmit={() => onSearch(typed.trim())}>
      {/* A form that stands in a page by itself lays nothing out (shell/page.module.css). */}
      <Box className={styles.search}>
        <Box as="label" htmlFor="search" className={styles.heard}>
          关键词
        </Box>
        <SearchInput id="search" value={typed} onChange={setTyped} className={styles.typed} />
        <Button submit kind="secondary" className={styles.go}>
          搜索
        </Button>
      </Box>
    </Form>
  );
}
