export default definePageConfig({ navigationBarTitleText: '为本所律师报名' });
