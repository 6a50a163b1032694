/**
 * The edition of 隐私保护指引 (miniapp/features/privacy/guideline.tsx) that is asked for: the day it took effect. A changed
 * text gets a new day; whoever agreed to an older one is asked again.
 */
export const PRIVACY_VERSION = '2026-12-10';
