import { APPLICATION_FIELDS, type ApplicationField } from '../../../contract/certificate-types/enums.ts';
import {
  applicationContent,
  completeApplication,
  preCheckContent,
  submitApplication,
  typeOnly,
} from '../../../contract/certificates/schemas.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { CertificateType } from '../model.ts';

const EVERY_FIELD = Object.keys(APPLICATION_FIELDS) as ApplicationField[];
/** For documents only: the real forms are given the day of the request. */
const NO_DAY = '9999-12-31';

/** The form of a preview: what the named type asks for, as of today. */
export const previewForm = {
  documented: applicationContent(EVERY_FIELD, NO_DAY),
  choose: async (raw: unknown) => applicationContent(await fieldsAsked(raw), clock.today()),
};

/** What of it a pre-check looks at. */
export const preCheckForm = {
  documented: preCheckContent(EVERY_FIELD, NO_DAY),
  choose: async (raw: unknown) => preCheckContent(await fieldsAsked(raw), clock.today()),
};

/** The same with the idempotency key. */
export const submissionForm = {
  documented: submitApplication(EVERY_FIELD, NO_DAY),
  choose: async (raw: unknown) => submitApplication(await fieldsAsked(raw), clock.today()),
};

/** That of a returned application. */
export const completionForm = {
  documented: completeApplication(EVERY_FIELD, NO_DAY),
  choose: async (raw: unknown) => completeApplication(await fieldsAsked(raw), clock.today()),
};

/** An unknown type asks for nothing: its code is refused by name afterwards. */
async function fieldsAsked(raw: unknown): Promise<ApplicationField[]> {
  const code = typeOnly.safeParse(raw).data?.type;
  const type = code === undefined ? null : await CertificateType.findOne({ where: { code } });
  return type?.asks ?? [];
}
