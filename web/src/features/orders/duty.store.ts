import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { can } from '@wangge/shared/access';
import { callRest } from '../../link/rest.ts';
import { useAccessStore } from '../access/access.store.ts';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';
import { useOutboxStore } from './outbox.store.ts';
import { FixQueue } from './fix-queue.ts';
import { createMemoryFixStorage, type FieldFix } from './fix-storage.ts';
import { createIdbFixStorage } from './idb-fix-storage.ts';
import { toFieldFix } from './to-field-fix.ts';

/** Why there is no position; `insecure`: the page came without HTTPS. */
export type PlaceTrouble = 'denied' | 'unavailable' | 'unsupported' | 'insecure';

const SEND_EACH_MS = 5_000;
/** A phone that lies still may report nothing; it is asked again after this. */
const ASK_AGAIN_MS = 60_000;
/** A fix this young is where the person is. */
const FRESH_MS = 4_000;
const STILL_HOLDS_MS = 5 * 60_000;
const ASK: PositionOptions = { enableHighAccuracy: true, maximumAge: 3_000, timeout: 5_000 };
const WATCH: PositionOptions = { enableHighAccuracy: true, maximumAge: 2_000, timeout: 20_000 };
const KEY = 'wangge-duty';

/** 值班开关: on duty the phone's position is shared, off duty nothing leaves the phone. */
export const useDutyStore = defineStore('duty', () => {
  const access = useAccessStore();
  const link = useLinkStatusStore();
  const outbox = useOutboxStore();
  /** Whether people of this role go on duty and are seen on the map at all; a department's staff is not. */
  const isTracked = computed(() => access.role !== null && can(access.role, 'position.report'));
  const isOnDuty = shallowRef(false);
  const isSwitching = shallowRef(false);
  const fix = shallowRef<FieldFix | null>(null);
  const trouble = shallowRef<PlaceTrouble | null>(null);
  const lastSharedAt = shallowRef<number | null>(null);
  const isSharing = computed(() => isOnDuty.value && trouble.value === null && fix.value !== null);
  let queue: FixQueue | null = null;
  let watchId: number | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  let personId = '';

  /** Takes up the duty this person was on when the page was closed. */
  async function start(person: string): Promise<void> {
    personId = person;
    const storage = outbox.database ? createIdbFixStorage(outbox.database) : createMemoryFixStorage();
    queue = new FixQueue({ storage, send: (fixes) => callRest('POST', '/api/v1/positions', { fixes }) });
    if (isTracked.value && localStorage.getItem(KEY) === person) await setDuty(true);
    else await queue.clear();
  }

  function stop(): void {
    stopWatching();
    queue = null;
    isOnDuty.value = false;
  }

  /** Signs on or off. Without a net the phone begins at once and the server learns it with the first positions. */
  async function setDuty(on: boolean): Promise<boolean> {
    isSwitching.value = true;
    const answer = await callRest('PUT', '/api/v1/duty', { onDuty: on });
    isSwitching.value = false;
    if (!answer.ok && (answer.code !== 'UNREACHABLE' || !on)) return false;
    isOnDuty.value = on;
    if (on) {
      localStorage.setItem(KEY, personId);
      startWatching();
    } else {
      localStorage.removeItem(KEY);
      stopWatching();
      await queue?.clear();
    }
    return true;
  }

  function startWatching(): void {
    if (watchId !== null) return;
    if (!('geolocation' in navigator)) return void (trouble.value = 'unsupported');
    watchId = navigator.geolocation.watchPosition(takePosition, takeError, WATCH);
    timer = setInterval(() => void share(), SEND_EACH_MS);
  }

  function stopWatching(): void {
    if (watchId !== null) navigator.geolocation.clearWatch(watchId);
    watchId = null;
    clearInterval(timer);
    trouble.value = null;
    lastSharedAt.value = null;
  }

  function takePosition(position: GeolocationPosition): void {
    trouble.value = null;
    fix.value = toFieldFix(position, link.serverOffsetMs);
    if (isOnDuty.value) queue?.offer(fix.value);
  }

  function takeError(error: GeolocationPositionError): void {
    if (error.code === error.PERMISSION_DENIED) trouble.value = window.isSecureContext ? 'denied' : 'insecure';
    else if (!fixWithin(ASK_AGAIN_MS)) trouble.value = 'unavailable';
  }

  /** The last fix where it is no older than `ageMs`. */
  function fixWithin(ageMs: number): FieldFix | null {
    return fix.value && Date.now() + link.serverOffsetMs - fix.value.at <= ageMs ? fix.value : null;
  }

  async function share(): Promise<void> {
    if (!fixWithin(ASK_AGAIN_MS)) await locate();
    const result = await queue?.flush();
    if (result === 'sent') lastSharedAt.value = Date.now() + link.serverOffsetMs;
    if (result === 'refused' && isOnDuty.value) await callRest('PUT', '/api/v1/duty', { onDuty: true });
  }

  /**
   * Where the phone is (定位), or null with `trouble` telling why not. Nothing is shared by asking. A watched phone that lies
   * still tells nothing new, so where no fresh fix comes its last one holds for a while.
   */
  async function locate(): Promise<FieldFix | null> {
    if (!('geolocation' in navigator)) return ((trouble.value = 'unsupported'), null);
    return fixWithin(FRESH_MS) ?? new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition((position) => {
        takePosition(position);
        resolve(fix.value);
      }, (error) => {
        const last = watchId === null ? null : fixWithin(STILL_HOLDS_MS);
        if (!last) takeError(error);
        resolve(last);
      }, ASK);
    });
  }

  return { isTracked, isOnDuty, isSwitching, isSharing, fix, trouble, lastSharedAt, start, stop, setDuty, locate };
});
