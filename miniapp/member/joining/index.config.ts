export default definePageConfig({ navigationBarTitleText: '律师转入' });
