export { SideMenu, TopBar } from './pc-frame.h5.tsx';
