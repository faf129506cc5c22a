/** Wraps a setter so that it is called only when the value says something else than the last one; `forget` lets the next one through. */
export function onlyChanged<T>(set: (value: T) => void): { (value: T): void; forget(): void } {
  let last: string | undefined;
  const take = (value: T): void => {
    const told = JSON.stringify(value);
    if (told === last) return;
    last = told;
    set(value);
  };
  return Object.assign(take, { forget: () => { last = undefined; } });
}
