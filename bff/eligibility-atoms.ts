import { activityAtoms } from './modules/activities/restrictions/no-show-atom.ts';
import { attendedAtom } from './modules/activities/sessions/attended-atom.ts';
import { eligibilityAtoms } from './modules/eligibility/atom.ts';
import { registryAtoms } from './modules/registry/eligibility/atoms.ts';

/** Condition → how it is judged, and where its facts are read. */
eligibilityAtoms.connect({ ...registryAtoms, ...activityAtoms, attended: attendedAtom });
