/** 终端注销: the terminal leaves; its body is empty. JT/T 808-2013 §8.7. */
export const logoutId = 0x0003;

export function encodeLogout(): Uint8Array {
  return new Uint8Array(0);
}
