const MOST_ROWS = 10_000;
const MOST_WEIGHT = 4 * 1_024 * 1_024;

/** Items gathered in their order, at most ten thousand together and, of more than one, some four million of weight. */
export async function* inBatches<T>(items: AsyncIterable<T> | Iterable<T>, weigh: (item: T) => number): AsyncGenerator<readonly T[]> {
  let batch: T[] = [];
  let weight = 0;
  for await (const item of items) {
    const more = weigh(item);
    if (batch.length > 0 && (batch.length === MOST_ROWS || weight + more > MOST_WEIGHT)) {
      yield batch;
      [batch, weight] = [[], 0];
    }
    batch.push(item);
    weight += more;
  }
  if (batch.length > 0) yield batch;
}
