import type { MailData } from './model.ts';

/** Template → values that a mail written by the release before, and still waiting, does not have. To be deleted with the next one. */
export const NEWER_VALUES: Readonly<Record<string, MailData>> = { approved: { paper: '' }, bulk_done: { until: '' } };
