/** The element at an index the caller knows to exist; throws a RangeError where it does not. */
export function itemAt<T>(items: ArrayLike<T>, index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no element ${index} in ${items.length}`);
  return item;
}
