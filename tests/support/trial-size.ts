/**
 * How large a reliability trial runs: `short` with the other tests, `full` where `TRIALS=full` asks for it (`npm run prove:trials`).
 * `tests/README.md` lists both for each trial.
 */
export function trialSize<Size>(short: Size, full: Size): Size {
  return process.env['TRIALS'] === 'full' ? full : short;
}
