export { PhoneBar, PhoneTabs } from './phone-frame.h5.tsx';
