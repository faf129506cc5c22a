/** Why an address is not taken into the register. `credentials`: a name or a password stands in it, which every browser that opens it would be told. */
export type AddressFault = 'malformed' | 'credentials' | 'host-forbidden';

/** The first thing wrong with a camera's address; null for one that may stand. `allows`: whether the installation lets screens reach a host, with its port unless that is the scheme's own. */
export function addressFault(text: string, allows: (host: string) => boolean): AddressFault | null {
  // What URL takes away by itself, blanks and line ends, is no part of an address either.
  const parts = /^https?:\/\/([^\s/?#]+)([/?][^\s#]*)?$/i.exec(text);
  const authority = parts?.[1];
  if (authority === undefined) return 'malformed';
  if (authority.includes('@')) return 'credentials';
  return allows(authority.toLowerCase().replace(/^(.*):(80|443)$/, (whole: string, host: string, port: string) => (isOwnPort(text, port) ? host : whole))) ? null : 'host-forbidden';
}

/** Whether a port is the one the scheme has without saying. */
function isOwnPort(text: string, port: string): boolean {
  return port === (/^https/i.test(text) ? '443' : '80');
}
