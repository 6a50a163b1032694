import { registrationAsPurpose } from './modules/activities/paying/registration-as-purpose.ts';
import { bundleAsPurpose } from './modules/papers/bundles/bundle-as-purpose.ts';
import { paperAsPurpose } from './modules/papers/orders/paper-as-purpose.ts';
import { payables } from './modules/payments/payable.ts';

/** Purpose → what is paid for. */
payables.connect({ paper: paperAsPurpose, paper_bundle: bundleAsPurpose, activity: registrationAsPurpose });
