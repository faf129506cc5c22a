/**
 * 主题过滤器 of MQTT (OASIS MQTT 3.1.1, 4.7): levels parted by `/`; `+` stands for one level, `#` at the end for all that follow, none
 * included. What begins with `$` is the broker's own and is not asked for.
 */
export function isTopicFilter(text: string): boolean {
  const levels = text.split('/');
  return text !== '' && !text.startsWith('$') && !text.includes('\u0000') && levels.every((level, i) => level === '+' || (level === '#' ? i === levels.length - 1 : !/[+#]/.test(level)));
}

/** Whether a filter asks for what is published under a name; a filter that begins with a wildcard never asks for the broker's own. */
export function matchesTopic(filter: string, name: string): boolean {
  if (name.startsWith('$') && /^[+#]/.test(filter)) return false;
  const [wanted, levels] = [filter.split('/'), name.split('/')];
  const isOpen = wanted.at(-1) === '#';
  const fixed = isOpen ? wanted.slice(0, -1) : wanted;
  return (isOpen ? levels.length >= fixed.length : levels.length === fixed.length) && fixed.every((level, i) => level === '+' || level === levels[i]);
}
