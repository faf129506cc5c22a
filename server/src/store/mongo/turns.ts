interface Waiting<Wish, Answer> {
  readonly wish: Wish;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Work that is done in one turn at a time: whatever waits is handed to the next turn together, in the order it came, at most
 * `most` at once. A turn answers wishes in their places; one it leaves undefined waits for the turn after. When it throws, all
 * it was handed fail.
 */
export function createTurns<Wish, Answer>(turn: (wishes: readonly Wish[]) => Promise<readonly (Answer | undefined)[]>, most = 200): (wish: Wish) => Promise<Answer> {
  let waiting: Waiting<Wish, Answer>[] = [];
  let isRunning = false;

  async function run(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) {
      const now = waiting.splice(0, most);
      try {
        const answers = await turn(now.map(({ wish }) => wish));
        now.forEach(({ resolve }, i) => answers[i] !== undefined && resolve(answers[i]));
        waiting = [...now.filter((_, i) => answers[i] === undefined), ...waiting];
      } catch (error) {
        for (const { reject } of now) reject(error);
      }
    }
    isRunning = false;
  }

  return (wish) => new Promise((resolve, reject) => {
    waiting.push({ wish, resolve, reject });
    if (!isRunning) void run();
  });
}
