import type { Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { hashToken } from '../../../platform/crypto/tokens.ts';
import { DoorDevice } from './model.ts';

/** The device that a token was given to. Throws `forbidden` in words for one that has ended; what it keeps is not lost. */
export async function loadDevice(token: string, t?: Transaction): Promise<DoorDevice> {
  const device = await DoorDevice.findOne({ where: { tokenHash: hashToken(token) }, ...(t && { transaction: t }) });
  if (!device || device.dismissedAt !== null || device.endsAt <= clock.now()) {
    throw new AppError('forbidden', { message: '此签到设备已停用，请由工作人员重新开启；未上传的签到仍保存在本机' });
  }
  return device;
}
