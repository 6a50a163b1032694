/** Extensions of jsreport that only the yardstick needs; they ship no types. */
declare module '@jsreport/jsreport-chrome-pdf' {
  import type { Extension } from '@jsreport/jsreport-core';
  export default function chromePdf(): Extension;
}
declare module '@jsreport/jsreport-handlebars' {
  import type { Extension } from '@jsreport/jsreport-core';
  export default function handlebars(): Extension;
}
