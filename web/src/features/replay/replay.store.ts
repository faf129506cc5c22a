import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { HOUR_MS, dateKey } from '@wangge/shared/base';
import type { Figures } from '@wangge/shared/figures';
import { FRAME_KINDS, FrameDecoder } from '@wangge/shared/frames';
import type { PastDay, PastPeople, PastPicture } from '@wangge/shared/wire';
import { callRest, type RestRefusal } from '../../link/rest.ts';
import { useCasesStore } from '../cases/cases.store.ts';
import { useFiguresStore } from '../figures/figures.store.ts';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';
import { useTickerStore } from '../ticker/ticker.store.ts';
import { useUnitsStore } from '../units/units.store.ts';
import { markAfter, markBefore, targetAt } from './replay-clock.ts';

/** How many times faster than life. */
export const SPEEDS = [1, 4, 8, 16, 60, 120, 300, 600] as const;
export type Speed = (typeof SPEEDS)[number];

/** A picture is asked for at most this often: nothing on a wall changes faster than twice a second. */
const PICTURE_EACH_MS = 500;
const COMPARE_EACH_MS = 5_000;
const BEGIN_BEFORE_MS = HOUR_MS;
const USUAL_SPEED: Speed = 8;

/**
 * The time machine (回放): one cursor for the whole room. It feeds the very stores that the live link feeds, so that no panel
 * and no map knows the difference; every picture is of exactly the moment the clock shows.
 */
export const useReplayStore = defineStore('replay', () => {
  const link = useLinkStatusStore();
  const [cases, figures, ticker, units] = [useCasesStore(), useFiguresStore(), useTickerStore(), useUnitsStore()];
  const isOn = computed(() => link.pastAt !== null);
  const at = computed(() => link.pastAt);
  const day = shallowRef<PastDay | null>(null);
  const isPlaying = shallowRef(false);
  const speed = shallowRef<Speed>(USUAL_SPEED);
  const refusal = shallowRef<RestRefusal | null>(null);
  const isEntering = shallowRef(false);
  /** The figures of the present beside those that are replayed; null while nobody compares. */
  const present = shallowRef<Figures | null>(null);
  const isComparing = shallowRef(false);
  /** People are asked for where a map shows them. */
  const withPeople = shallowRef(false);
  let playedFrom = { at: 0, real: 0 };
  let held: { readonly date: string; readonly seq: number; readonly at: number; readonly hasPeople: boolean } | null = null;
  let wanted: { readonly at: number; readonly isLeap: boolean } | null = null;
  let isAsking = false;
  /** The date whose strip is being read. */
  let reading = '';
  let visit = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  let comparedAt = 0;

  function take(picture: PastPicture, isLeap: boolean): void {
    link.showPast(picture.at, isLeap);
    if (picture.fromSeq === null) {
      cases.replaceAll(picture.cases);
      units.replaceAll(picture.units);
      ticker.replaceAll(picture.ticker);
    } else {
      cases.upsert(picture.cases, picture.gone, picture.at);
      units.upsert(picture.units);
      ticker.add(picture.ticker);
    }
    figures.take(picture.figures, Date.now());
    picture.frames.forEach((frame, i) => takeFrame(frame, picture.fromSeq === null && i === 0));
    held = { date: dateKey(picture.at), seq: picture.seq, at: picture.at, hasPeople: picture.fromSeq !== null && (held?.hasPeople ?? false) };
  }

  /** Takes positions: in place of all that are held, or besides them. */
  function takeFrame(base64: string, isWhole: boolean): void {
    const frame = new FrameDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
    if (frame.ok) units.takeFrame(isWhole ? frame.value : { ...frame.value, kind: FRAME_KINDS.catchUp }, Date.now());
  }

  /** After a whole picture those who are not of a squad: there may be tens of thousands. */
  async function readPeople(): Promise<void> {
    const [asked, leaps] = [visit, link.leaps];
    const answer = held && await callRest<PastPeople>('GET', `/api/v1/replay/people?t=${held.at}`);
    if (!answer?.ok || asked !== visit || leaps !== link.leaps || held === null) return;
    units.upsert(answer.value.units);
    takeFrame(answer.value.frame, false);
    held = { ...held, hasPeople: true };
  }

  /** Shows the room at an instant; of several asked for meanwhile only the last. */
  async function show(target: number, isLeap: boolean): Promise<void> {
    if (isAsking) {
      wanted = { at: target, isLeap: isLeap || (wanted?.isLeap ?? false) };
      return;
    }
    isAsking = true;
    const asked = visit;
    const from = !isLeap && held?.date === dateKey(target) ? `&from=${held.seq}${held.hasPeople ? `&since=${held.at}` : ''}` : '';
    const answer = await callRest<PastPicture>('GET', `/api/v1/replay/at?t=${Math.round(target)}${from}`);
    isAsking = false;
    if (asked === visit) {
      refusal.value = answer.ok ? null : answer;
      if (answer.ok) take(answer.value, isLeap || held?.date !== dateKey(target));
      else isPlaying.value = false;
      if (answer.ok && answer.value.fromSeq === null && withPeople.value) void readPeople();
    }
    const next = wanted;
    wanted = null;
    if (next && visit === asked) await show(next.at, next.isLeap);
  }

  async function readDay(date: string): Promise<void> {
    if (reading === date) return;
    const asked = visit;
    reading = date;
    const answer = await callRest<PastDay>('GET', `/api/v1/replay/day?date=${date}`);
    if (asked !== visit) return;
    reading = '';
    if (answer.ok) day.value = answer.value;
  }

  function setOut(from: number): void {
    playedFrom = { at: from, real: Date.now() };
  }

  function beat(): void {
    if (at.value === null || link.isReturning) return;
    const { at: target, isOver } = targetAt(playedFrom, speed.value, Date.now(), link.trueNow());
    if (isPlaying.value && !isAsking) {
      if (dateKey(target) !== day.value?.date) void readDay(dateKey(target));
      if (isOver) isPlaying.value = false;
      void show(target, false);
    }
    if (isComparing.value && Date.now() - comparedAt >= COMPARE_EACH_MS) void readPresent();
  }

  async function readPresent(): Promise<void> {
    comparedAt = Date.now();
    const answer = await callRest<Figures>('GET', '/api/v1/figures');
    if (answer.ok && isOn.value) present.value = answer.value;
  }

  /** Goes back in time: an hour unless told otherwise. */
  async function enter(target = link.trueNow() - BEGIN_BEFORE_MS): Promise<void> {
    if (isOn.value || isEntering.value) return;
    isEntering.value = true;
    visit += 1;
    held = null;
    wanted = null;
    isAsking = false;
    reading = '';
    // The picture first: the strip may take its time.
    await show(target, true);
    void readDay(dateKey(target));
    isEntering.value = false;
    if (!isOn.value) return;
    setOut(target);
    clearInterval(timer);
    timer = setInterval(beat, PICTURE_EACH_MS);
  }

  async function seek(target: number): Promise<void> {
    const to = Math.min(target, link.trueNow());
    if (dateKey(to) !== day.value?.date) void readDay(dateKey(to));
    await show(to, true);
    setOut(at.value ?? to);
  }

  function play(isWanted = !isPlaying.value): void {
    setOut(at.value ?? link.trueNow());
    isPlaying.value = isWanted;
    // On the way people's places may be some minutes old; where one stops to look, nothing is.
    if (!isWanted && at.value !== null) void show(at.value, true);
  }

  function setSpeed(next: Speed): void {
    setOut(at.value ?? link.trueNow());
    speed.value = next;
  }

  /** To the next or the former moment at which something happened; to the day's edge where there is none. */
  async function jump(step: 1 | -1): Promise<void> {
    if (at.value === null) return;
    if (day.value?.date !== dateKey(at.value)) await readDay(dateKey(at.value));
    if (at.value === null || day.value === null) return;
    const mark = step > 0 ? markAfter(day.value.marks, at.value) : markBefore(day.value.marks, at.value);
    isPlaying.value = false;
    await seek(mark?.at ?? (step > 0 ? day.value.to : day.value.from));
  }

  /** Back to the present: the past stays, marked as such, until the present has come; `isGoing`: the marks go with the page. */
  function leave(isGoing = false): void {
    // Whoever goes to another page must not see there, unmarked, what was: it is empty until the present comes.
    if (isGoing && isOn.value) {
      link.isReturning = true;
      link.pastAt = null;
      link.hasPicture = false;
      cases.replaceAll([]);
      units.replaceAll([]);
      ticker.replaceAll([]);
    }
    visit += 1;
    clearInterval(timer);
    isPlaying.value = false;
    isComparing.value = false;
    present.value = null;
    held = null;
    if (isOn.value) link.isReturning = true;
  }

  function compare(isWanted = !isComparing.value): void {
    isComparing.value = isWanted;
    present.value = null;
    if (isWanted) void readPresent();
  }

  return { isOn, isEntering, at, day, isPlaying, speed, refusal, present, isComparing, withPeople, enter, seek, play, setSpeed, jump, leave, compare };
});
