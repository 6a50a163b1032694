import { defineJob } from '../../../platform/jobs/job.ts';
import { issueForm } from './issue-form.ts';

export const makeRegistrationFormJob = defineJob('make-registration-form', {
  async work({ snapshotId }) {
    await issueForm(snapshotId, 'usual');
  },
});
