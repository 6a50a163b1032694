import { useState } from 'react';
import type { UseShown } from '../signatures.ts';
import { useParams } from './use-params.ts';

/** As long as the page is open; nothing refreshes it. */
export const useShown: UseShown = (_page, name) => useState(useParams()[name] ?? '');
