import { View } from '@tarojs/components';
import { APPLICATION_STATES } from '../../../bff/contract/enums.ts';

export default function Home() {
  return <View>律证 {APPLICATION_STATES.pending}</View>;
}
