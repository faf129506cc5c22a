/** Sentences of the video wall. */
export const wall = {
  title: '大屏',
};
