export default definePageConfig({ navigationBarTitleText: '本所律师学时' });
