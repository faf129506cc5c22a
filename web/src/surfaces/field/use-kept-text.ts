import { ref, watch, type Ref } from 'vue';

/** A text somebody is writing, kept while the camera is open: a phone may drop the page behind it. One per key; empty texts are forgotten. */
export function useKeptText(key: Ref<string>): Ref<string> {
  const text = ref('');
  watch(key, (name) => (text.value = sessionStorage.getItem(name) ?? ''), { immediate: true });
  watch(text, (value) => (value === '' ? sessionStorage.removeItem(key.value) : sessionStorage.setItem(key.value, value)));
  return text;
}
