import { z as it } from 'zod';
export const used = it;
