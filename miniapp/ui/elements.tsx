/** What TypeScript and the tests see; builds take elements.h5.tsx or elements.weapp.tsx (config/index.ts). */
export { Box, DateInput, Dialog, Form, Input, Link, Scroll, SelectInput, Tap, TextArea } from './elements.h5.tsx';
