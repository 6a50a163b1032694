import type { Fact } from './FactList.tsx';

interface Contacts {
  phone: string;
  isPhoneHidden?: true;
  email: string;
  isEmailHidden?: true;
}

/** A member's registered contacts, as far as they are told to whoever reads. */
export function contactFacts({ phone, isPhoneHidden, email, isEmailHidden }: Contacts): Fact[] {
  if (isEmailHidden) return [['电话、邮箱', '您的账号没有角色，不能查看']];
  return [
    ['电话', isPhoneHidden ? '仅在订单中显示' : phone],
    ['邮箱', email],
  ];
}
