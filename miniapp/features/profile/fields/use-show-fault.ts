import { useEffect } from 'react';
import { showField } from '../../../platform/page/show-field.ts';
import { idOfField } from './form-field.tsx';

/** Once the form stands: to the field that a link named. */
export function useShowFault(at: string): void {
  const field = at.split('.')[1] ?? '';
  useEffect(() => {
    if (field && field !== '_') showField(idOfField(field));
  }, [field]);
}
