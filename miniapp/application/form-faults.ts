import type { FieldFaults } from '../../bff/contract/errors.ts';

/** The fields of the form from top to bottom: path of the server's fault → id of the control. */
const FIELDS = {
  lawyerIds: 'lawyers',
  'formerLawyer.licenceNo': 'formerLicenceNo',
  'formerLawyer.name': 'formerName',
  formerLawyer: 'formerLicenceNo',
  since: 'since',
  year: 'year',
  latinName: 'latinName',
  country: 'country',
  freeText: 'freeText',
  attachments: 'attachments',
  consent: 'hasConsent',
  email: 'email',
  purpose: 'purpose',
  paper: 'pickup',
  'paper.pickup': 'pickup',
  'paper.copies': 'copies',
  'paper.recipient': 'recipient',
  'paper.phone': 'phone',
  'paper.address': 'address',
  remark: 'remark',
} as const;

/** Control of a fault; a path inside a list (`lawyerIds.3`) belongs to the list. Unknown paths stay as they are. */
export function fieldOfFault(path: string): string {
  if (path in FIELDS) return FIELDS[path as keyof typeof FIELDS];
  const root = path.split('.')[0] ?? '';
  return root in FIELDS ? FIELDS[root as keyof typeof FIELDS] : path;
}

/** The server's faults by control, the first one of each. */
export function messagesByField(faults: FieldFaults): FieldFaults {
  const messages: FieldFaults = {};
  for (const [path, message] of Object.entries(faults)) messages[fieldOfFault(path)] ??= message;
  return messages;
}

/** The topmost faulty control. */
export function firstField(messages: FieldFaults): string {
  return Object.values(FIELDS).find((id) => id in messages) ?? Object.keys(messages)[0] ?? '';
}

/** Faults of things that have no control in the form; they are said above it. */
export function homelessFaults(messages: FieldFaults): string[] {
  const homes = new Set<string>(Object.values(FIELDS));
  return Object.entries(messages)
    .filter(([field]) => !homes.has(field))
    .map(([, message]) => message);
}
