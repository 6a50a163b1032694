export { PrivacyGate } from './privacy-gate.h5.tsx';
