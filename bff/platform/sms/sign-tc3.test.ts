import { expect, test } from '@jest/globals';
import { signTc3 } from './sign-tc3.ts';

// The worked example of Tencent Cloud's own page “Signature v3”, its masked credentials taken literally.
test('signs the published example as published', () => {
  const body = String.raw`{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]}`;
  const request = {
    host: 'cvm.tencentcloudapi.com',
    action: 'DescribeInstances',
    service: 'cvm',
    timestamp: 1551113065,
    body,
    contentType: 'application/json; charset=utf-8',
  };
  const stars = '*'.repeat(32);
  expect(signTc3(request, { secretId: `AKID${stars}`, secretKey: stars })).toBe(
    `TC3-HMAC-SHA256 Credential=AKID${stars}/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host;x-tc-action, ` +
      'Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f',
  );
});
