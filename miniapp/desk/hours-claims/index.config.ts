export default definePageConfig({ navigationBarTitleText: '校外学时申报' });
