import { expect, it } from 'vitest';
import { signLadderKind } from './sign-ladder-kind.api.ts';

const read = (edit: (text: string) => string) => signLadderKind.read(edit(signLadderKind.defaultText()), { hasDepartment: () => true, contentOf: () => undefined });
const problemsOf = (from: string, to: string): string[] => read((text) => text.replace(from, to)).problems.map(({ line, column, reason }) => `${line} ${column} ${reason}`);

it('[AK5] sends nobody by itself unless the county wants it so', () => {
  const { content, problems } = read((text) => text);
  expect(problems).toEqual([]);
  expect(content.map(({ urgency, autoMoves }) => `${urgency} ${autoMoves}`)).toEqual(['critical 0', 'urgent 0', 'normal 0']);
});

it('[AK9] is refused by line where it cannot be climbed', () => {
  expect(problemsOf('5分,10分', '10分,10分')).toEqual(['2 转下一顺位 应晚于提醒']);
  expect(problemsOf('20分,0,30分', '20分,9,30分')).toEqual(['3 自动转派次数 不得超过 5 次']);
  expect(problemsOf('120工作分', '1工作日')).toEqual(['4 报指挥台 应为分钟或小时（工作分、工作时），不是天']);
  expect(problemsOf('特急,', '紧急,')).toEqual(['2 紧急程度 特急、紧急、普通各要一行', '3 紧急程度 同一紧急程度写了两次']);
});
