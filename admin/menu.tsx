import {
  AuditOutlined,
  BankOutlined,
  BarChartOutlined,
  CalendarOutlined,
  DashboardOutlined,
  FileDoneOutlined,
  FileSearchOutlined,
  ProfileOutlined,
  PayCircleOutlined,
  SafetyCertificateOutlined,
  IdcardOutlined,
  KeyOutlined,
  ImportOutlined,
  MailOutlined,
  PrinterOutlined,
  SettingOutlined,
  StopOutlined,
  TeamOutlined,
  ToolOutlined,
  WalletOutlined,
} from '@ant-design/icons';
import { activationEndpoints } from '../bff/contract/activation/endpoints.ts';
import { certificateEndpoints } from '../bff/contract/certificates/endpoints.ts';
import { importEndpoints } from '../bff/contract/imports/endpoints.ts';
import { notificationEndpoints } from '../bff/contract/notifications/endpoints.ts';
import { operationsEndpoints } from '../bff/contract/operations/endpoints.ts';
import { auditEndpoints } from '../bff/contract/audit/endpoints.ts';
import { settingsEndpoints } from '../bff/contract/settings/endpoints.ts';
import { recordEndpoints } from '../bff/contract/records/endpoints.ts';
import { paperEndpoints } from '../bff/contract/papers/endpoints.ts';
import { paymentEndpoints } from '../bff/contract/payments/endpoints.ts';
import { registryEndpoints } from '../bff/contract/registry/endpoints.ts';
import { selfAuditEndpoints } from '../bff/contract/self-audit/endpoints.ts';
import { reviewEndpoints } from '../bff/contract/review/endpoints.ts';
import { typeEndpoints } from '../bff/contract/certificate-types/endpoints.ts';
import { staffEndpoints } from '../bff/contract/staff/endpoints.ts';
import type { MenuEntry } from './shell/menu-entry.ts';

/** The menu, in the order of work; an entry shows to those whose roles pass its endpoint. */
export const menu: MenuEntry[] = [
  { to: '/', label: '工作台', icon: <DashboardOutlined />, endpoint: operationsEndpoints.showOverview },
  {
    to: '/applications?state=pending&order=oldest',
    label: '证明审核',
    icon: <FileSearchOutlined />,
    endpoint: certificateEndpoints.listQueue,
  },
  { to: '/applications', label: '证明管理', icon: <FileDoneOutlined />, endpoint: certificateEndpoints.listQueue },
  { to: '/papers', label: '纸质证明', icon: <PrinterOutlined />, endpoint: paperEndpoints.listPapers },
  { to: '/statistics', label: '审核统计', icon: <BarChartOutlined />, endpoint: reviewEndpoints.showReviewStatistics },
  { to: '/types', label: '证明类型', icon: <ProfileOutlined />, endpoint: typeEndpoints.createType },
  { to: '/firms', label: '律所', icon: <BankOutlined />, endpoint: registryEndpoints.listFirms },
  { to: '/lawyers', label: '律师', icon: <TeamOutlined />, endpoint: registryEndpoints.listLawyers },
  {
    to: '/activations?kind=firm',
    label: '账号开通',
    icon: <KeyOutlined />,
    endpoint: activationEndpoints.listActivations,
  },
  { to: '/discipline', label: '行业处分', icon: <StopOutlined />, endpoint: registryEndpoints.listDiscipline },
  { to: '/assessments', label: '年度考核', icon: <CalendarOutlined />, endpoint: recordEndpoints.listAssessments },
  { to: '/dues', label: '会费', icon: <WalletOutlined />, endpoint: recordEndpoints.listDues },
  { to: '/imports', label: '导入Excel', icon: <ImportOutlined />, endpoint: importEndpoints.checkImport },
  { to: '/payments', label: '订单与对账', icon: <PayCircleOutlined />, endpoint: paymentEndpoints.listPayments },
  { to: '/audit', label: '操作日志', icon: <AuditOutlined />, endpoint: auditEndpoints.listAudit },
  {
    to: '/self-audits',
    label: '证明自检',
    icon: <SafetyCertificateOutlined />,
    endpoint: selfAuditEndpoints.listSelfAudits,
  },
  { to: '/messages', label: '消息发送记录', icon: <MailOutlined />, endpoint: notificationEndpoints.listMessages },
  { to: '/jobs', label: '任务', icon: <ToolOutlined />, endpoint: operationsEndpoints.listJobs },
  { to: '/staff', label: '工作人员', icon: <IdcardOutlined />, endpoint: staffEndpoints.listStaff },
  { to: '/settings', label: '设置', icon: <SettingOutlined />, endpoint: settingsEndpoints.showSettings },
];
