import { REFUSALS } from '@wangge/shared/base';

const catalogue = Object.fromEntries(Object.entries(REFUSALS).map(([code, { zh }]) => [code, zh]));

/** What a person reads when something is refused: the catalogue's own sentences, and those for what never reached the server. */
export const refusals = {
  ...catalogue,
  ACCOUNT_LOCKED: '多次输错，账号已锁定，15 分钟后再试',
  NOT_SIGNED_IN: '登录已失效，请重新登录',
  UNREACHABLE: '连不上服务器，请看网络',
  OTHER: '没有办成，请稍后再试',
};
