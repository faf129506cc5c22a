import { onScopeDispose } from 'vue';
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router';

/** Keeps a choice in the address of this page, unless the reader is on the way to another: a replaced address would call them back. */
export function useAddressQuery(): (query: LocationQueryRaw) => void {
  const route = useRoute();
  const router = useRouter();
  const { path } = route;
  let isLeaving = false;
  const stops = [router.beforeEach((to) => { isLeaving = to.path !== path; }), router.afterEach(() => { isLeaving = false; })];
  onScopeDispose(() => stops.forEach((stop) => stop()));
  return (query) => {
    if (!isLeaving && route.path === path) void router.replace({ query });
  };
}
