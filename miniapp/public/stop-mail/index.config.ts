export default definePageConfig({ navigationBarTitleText: '停止接收邮件' });
