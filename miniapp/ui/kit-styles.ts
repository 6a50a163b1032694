/**
 * Styles of the parts that pages adjust by a class of their own. The app loads them first, in this order, so that the
 * page's class wins in whichever chunk it arrives; `.button` and `.submit` weigh the same.
 */
import './elements.module.css';
import './marks/icon.module.css';
import './button.module.css';
import './sheets/sheet.module.css';
import './marks/state-tag.module.css';
