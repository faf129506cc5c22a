import type { LngLat } from '@wangge/shared/geo';

/** Applications a phone may hand the way over to. */
export interface NavigationLinks {
  /** 高德: its own application on Android and iOS, its web page elsewhere. */
  readonly amap: string;
  /** Whatever the phone has for maps. */
  readonly other: string;
}

/** Addresses that open the way to a place (WGS-84) in a map application. `dev=1` and `coordinate=wgs84` tell 高德 to shift it itself. */
export function navigationLinks([lng, lat]: LngLat, name: string, userAgent: string): NavigationLinks {
  const label = encodeURIComponent(name);
  const isApple = /iPhone|iPad|iPod/.test(userAgent);
  const at = `${lat.toFixed(6)},${lng.toFixed(6)}`;
  const other = isApple ? `maps://?daddr=${at}&q=${label}` : `geo:${at}?q=${at}(${label})`;
  if (isApple) return { amap: `iosamap://path?sourceApplication=wangge&dlat=${lat.toFixed(6)}&dlon=${lng.toFixed(6)}&dname=${label}&dev=1&t=0`, other };
  if (/Android/.test(userAgent)) return { amap: `amapuri://route/plan/?sourceApplication=wangge&dlat=${lat.toFixed(6)}&dlon=${lng.toFixed(6)}&dname=${label}&dev=1&t=0`, other };
  return { amap: `https://uri.amap.com/navigation?to=${lng.toFixed(6)},${lat.toFixed(6)},${label}&mode=car&coordinate=wgs84&callnative=1&src=wangge`, other };
}
