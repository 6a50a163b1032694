import { pageQuery, readQuery } from '../../addresses.ts';
import type { UseShown } from '../signatures.ts';
import { usePageQuery } from './page-query.ts';

/** In the address: a refresh and the way back keep it, and a link can ask for it. */
export const useShown: UseShown = (page, name) => {
  const [query, write] = usePageQuery(page);
  const shown = readQuery(query);
  return [
    shown[name] ?? '',
    (value) => {
      const { [name]: _before, ...others } = shown;
      const given: unknown = [value ? { ...others, [name]: value } : others];
      write(pageQuery(page, ...(given as never)));
    },
  ];
};
