import { afterAll, beforeAll } from '@jest/globals';
import type { Extension } from '@jsreport/jsreport-core';
import { jobs } from '../jobs.ts';
import '../models.ts';
import { installShippedTypes } from '../modules/certificates/types/install-types.ts';
import { readSettings } from '../modules/settings/read-settings.ts';
import { updateSettings } from '../modules/settings/update-settings.ts';
import { runDueJobs } from '../platform/jobs/worker.ts';
import { startPdf, stopPdf } from '../platform/pdf/render.ts';
import { startSigner } from '../platform/signer/signer.ts';
import { useDatabase } from './database.ts';
import { staffActor } from './factories/registry.ts';

/** Gives the test file an association that can issue: database, shipped types, test CA, and threads that print. */
export function useOffice({
  printers = 1,
  extensions = [],
}: { printers?: number; extensions?: Extension[] } = {}): void {
  useDatabase();
  beforeAll(async () => {
    await installShippedTypes();
    await startSigner();
    await startPdf({ workers: printers, extensions });
  });
  afterAll(stopPdf);
}

const { 'send-message': mail, ...work } = jobs;

/** All background work except mail: the tests' office has no mail server unless a test makes one. */
export const officeWork = work;
/** Does all background work that is due now, mail excepted, one piece after the other; returns the number of attempts. */
export const doDueWork = (): Promise<number> => runDueJobs(work);
/** Sends, or tries to send, every mail that is due. */
export const sendDueMail = (): Promise<number> => runDueJobs({ 'send-message': mail });

/** Lifts what an account may submit and a mailbox may get, for tests that do a day's work in a second. */
export async function liftLimits(): Promise<void> {
  const most = { applicationsPerHour: 10_000, bulkLawyersPerHour: 100_000, mailsPerRecipientDay: 1_000 };
  await updateSettings({ actor: staffActor('administrator'), settings: { ...(await readSettings()), ...most } });
}
