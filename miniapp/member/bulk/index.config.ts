export default definePageConfig({ navigationBarTitleText: '批量申请' });
