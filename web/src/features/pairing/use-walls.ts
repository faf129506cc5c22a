import { computed, onScopeDispose, shallowRef, watch } from 'vue';
import { SCREEN_LIVE_MS, type ScreenNow, type StageBoard, type TilePlace, type Wall } from '@wangge/shared/stage';
import type { RestAnswer } from '../../link/rest.ts';
import { useNow } from '../../ui/use-now.ts';
import { useBoard } from '../boards/boards.store.ts';
import { pairScreen, readScreens, saveWall, showCard, unpairScreen, type WallShapeWish } from './pairing.commands.ts';

const EVERY_MS = 10_000;

/** The walls of one's area with the screens that are paired with them, and what one may do to them. */
export function useWalls() {
  const now = useNow();
  const { board } = useBoard<StageBoard>('stage');
  const screens = shallowRef<readonly ScreenNow[]>([]);
  /** Refusal of what was tried last; empty when it was done. */
  const refusal = shallowRef('');
  const isSending = shallowRef(false);
  const walls = computed(() => board.value?.walls ?? []);

  async function read(): Promise<void> {
    const answer = await readScreens();
    if (answer.ok) screens.value = answer.value.screens;
  }

  async function send(pending: Promise<RestAnswer<unknown>>): Promise<boolean> {
    isSending.value = true;
    const answer = await pending;
    isSending.value = false;
    refusal.value = answer.ok ? '' : answer.code;
    await read();
    return answer.ok;
  }

  const screensOf = ({ id }: Wall): readonly ScreenNow[] => screens.value.filter(({ wallId }) => wallId === id);
  const isLive = ({ sign }: ScreenNow): boolean => sign !== null && now.value - sign.at < SCREEN_LIVE_MS;

  const timer = setInterval(() => void read(), EVERY_MS);
  watch(walls, () => void read(), { immediate: true });
  onScopeDispose(() => clearInterval(timer));
  return {
    walls, screensOf, isLive, refusal, isSending,
    pair: (code: string, wall: Wall, tile: TilePlace) => send(pairScreen(code, wall.id, tile)),
    unpair: (id: string) => send(unpairScreen(id)),
    save: (id: string | null, wish: WallShapeWish) => send(saveWall(id, wish)),
    showCard: (wall: Wall, isOn: boolean) => send(showCard(wall.id, isOn)),
  };
}
