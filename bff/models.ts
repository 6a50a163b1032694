/** Every model, imported so that `database.open()` can bind it: the tables of the system at a glance. */
import './modules/accounts/model.ts';
import './modules/activation/model.ts';
import './modules/audit/model.ts';
import './modules/bulk/model.ts';
import './modules/certificates/model.ts';
import './modules/files/model.ts';
import './modules/notifications/model.ts';
import './modules/papers/model.ts';
import './modules/payments/model.ts';
import './modules/privacy/model.ts';
import './modules/registry/contact-change-model.ts';
import './modules/registry/model.ts';
import './modules/registry/record-model.ts';
import './modules/self-audit/model.ts';
import './modules/settings/model.ts';
import './modules/wechat/model.ts';
import './modules/sharing/model.ts';
