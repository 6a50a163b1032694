export { askPrivacy, deviceConsent, openPlatformGuideline, usePrivacyQuestion, watchPrivacy } from './privacy.h5.ts';
