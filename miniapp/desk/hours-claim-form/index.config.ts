export default definePageConfig({ navigationBarTitleText: '申报校外学时' });
